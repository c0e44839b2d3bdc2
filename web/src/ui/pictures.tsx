import type { ReactNode } from 'react';

/** The small ink drawings of the empty states. */
export type PictureName = 'easel' | 'letter' | 'portfolio' | 'chairs' | 'lens' | 'tea' | 'path';

/* Drawn on 160 by 112, one pen of 1.25: a few lines left open, as a hand would leave them. */
const drawings: Record<PictureName, ReactNode> = {
  easel: (
    <>
      <path d="M51 96 77 12M109 96 83 12M80 12v-6M80 66v34" />
      <path d="M44 70h72M46 74h68" />
      <path d="M52 24h56v46H52z" fill="var(--surface-1)" />
      <path d="M58 60c7-13 13-17 19-9 4 5 6 5 10-1 5-8 9-8 15 8" />
      <circle cx="92" cy="36" r="4" stroke="var(--accent-text)" />
      <path d="M30 100h34M70 101h44M122 100h10" />
    </>
  ),
  letter: (
    <>
      <path d="M38 42h84v50H38z" fill="var(--surface-1)" />
      <path d="m38 43 38 29c3 2 5 2 8 0l38-29" />
      <path d="M52 42V22h56v20" fill="var(--surface-1)" />
      <path d="M52 53V20h56v33" />
      <path d="M62 31h36M62 38h28M62 45h18" />
      <path d="m38 92 29-25M122 92 93 67" />
      <circle cx="99" cy="47" r="5" stroke="var(--accent-text)" />
      <path d="M26 99h20M56 100h70M134 99h6" />
    </>
  ),
  portfolio: (
    <>
      <path d="M36 34h88l-4 60H40z" fill="var(--surface-1)" />
      <path d="M66 34c0-11 4-15 14-15s14 4 14 15" />
      <path d="M48 34 44 12l34-5 2 12M82 19l18-9 14 24" />
      <path d="M36 34h88l-4 60H40z" fill="var(--surface-1)" />
      <path d="M37 48c20 10 66 10 86 0M75 55v8h10v-8" />
      <path d="M75 59h10" stroke="var(--accent-text)" />
      <path d="M28 100h40M78 101h48M132 100h6" />
    </>
  ),
  chairs: (
    <>
      <path d="M48 30c-7 0-8 5-7 14l3 22h22l2-22c1-9-1-14-8-14z" fill="var(--surface-1)" />
      <path d="M42 66h28l2 8H40zM44 74l-4 24M68 74l4 24M46 84h20" />
      <path d="M92 30c7-1 12 1 12 9l2 27h24" />
      <path d="M100 66h30l2 8H98zM102 74l-3 24M128 74l4 24M104 85h22" />
      <path d="M78 88h14M80 88v10M90 88v10M80 88l1-6h8l1 6" />
      <path d="M85 82c-3-5-1-8 0-11 2 4 4 6 0 11" stroke="var(--accent-text)" />
      <path d="M28 100h24M60 101h52M120 100h18" />
    </>
  ),
  lens: (
    <>
      <path d="M34 84V26h62v12M34 84h42" />
      <path d="M42 36h28M42 44h20M42 52h14M42 60h16M42 68h22" />
      <circle cx="94" cy="60" r="24" fill="var(--surface-1)" />
      <circle cx="94" cy="60" r="20.5" />
      <path d="M83 60c2-7 6-10 12-11" stroke="var(--accent-text)" />
      <path d="m111 77 4 4M114 80l14 14c3 3 8-2 5-5l-14-14z" />
      <path d="M26 98h30M66 99h44M118 98h12" />
    </>
  ),
  tea: (
    <>
      <path d="M50 54h52c0 24-8 38-26 38S50 78 50 54z" fill="var(--surface-1)" />
      <path d="M102 58c14-3 18 4 15 12s-12 11-21 9M50 60c14 4 38 4 52 0" />
      <path d="M64 42c-6-8 6-10 0-19M77 42c-6-8 6-12 0-22M90 42c-6-8 6-10 0-19" />
      <path d="M38 96c18 5 58 5 76 0M34 93h84" />
      <path d="M72 61v12M68 73h8v9h-8z" stroke="var(--accent-text)" />
    </>
  ),
  path: (
    <>
      <path d="M22 84c18-2 24-20 40-24s20 8 34 2 18-22 42-26" strokeDasharray="1 5" />
      <path d="M58 60v-34M58 26c8-4 12 5 22 0v14c-10 5-14-4-22 0" fill="var(--surface-1)" />
      <path d="M130 36V14M130 14c6-3 9 4 16 0v10c-7 4-10-3-16 0" stroke="var(--accent-text)" />
      <path d="M16 90c6-6 12-6 18 0M104 84c10-12 22-12 34 0M40 98h70M118 99h22M20 98h10" />
    </>
  ),
};

/** One of the drawings, in the ink of the place where it stands. Decoration: never the only sign of anything. */
export function Picture({ name, className }: { name: PictureName; className?: string }) {
  return (
    <svg
      viewBox="0 0 160 112"
      aria-hidden
      className={className}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.25"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {drawings[name]}
    </svg>
  );
}
