import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** A sentence for each relative link that leads nowhere, and each command that package.json does not have, in all Markdown below `root`. */
export function brokenDocs(root: string): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
  const files = globSync('**/*.md', { cwd: root, exclude: (path) => /(^|\/)(node_modules|dist|\.cache|\.data)$/.test(path) });
  return files.sort().flatMap((file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const at = (index: number) => `${file}:${text.slice(0, index).split('\n').length}`;
    const links = [...text.matchAll(/\]\((?<target>[^)\s]+)[^)]*\)/g)].flatMap(({ groups, index }) => {
      const path = decodeURI((groups?.target ?? '').replace(/#.*$/, ''));
      const leadsOut = path === '' || /^[a-z][a-z0-9+.-]*:/i.test(path);
      return leadsOut || existsSync(join(root, dirname(file), path)) ? [] : [`${at(index)} links to ${path}, which is not there`];
    });
    const commands = [...text.matchAll(/\bnpm (?:run (?<named>[\w:-]*\w)|(?<bare>start|test)\b)/g)].flatMap(({ groups, index }) => {
      const name = groups?.named ?? groups?.bare ?? '';
      return name in scripts ? [] : [`${at(index)} names npm run ${name}, which package.json does not have`];
    });
    return [...links, ...commands];
  });
}

if (import.meta.main) {
  const broken = brokenDocs(resolve(import.meta.dirname, '..'));
  for (const sentence of broken) console.error(sentence);
  if (broken.length > 0) process.exitCode = 1;
}
