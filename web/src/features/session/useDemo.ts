import { useEffect, useState } from 'react';

/** A way in that the demo offers; `note` says who it is. */
export type DemoSignIn = { email: string; password: string; note: string };

let asked: Promise<DemoSignIn[]> | null = null;

async function ask(): Promise<DemoSignIn[]> {
  const response = await fetch('/dev/sign-ins.json', { headers: { accept: 'application/json' } });
  const list: unknown = response.ok ? await response.json() : [];
  return Array.isArray(list) ? (list as DemoSignIn[]) : [];
}

/** The demo's ways in. Null until known; empty where the server is not a demo. */
export function useDemo(): DemoSignIn[] | null {
  const [list, setList] = useState<DemoSignIn[] | null>(null);
  useEffect(() => {
    asked ??= ask().catch(() => []);
    let gone = false;
    void asked.then((found) => !gone && setList(found));
    return () => {
      gone = true;
    };
  }, []);
  return list;
}
