import { StatusMark } from '../ui/StatusChip.tsx';
import { Exhibit } from './Exhibit.tsx';

const grounds = ['ground', 'surface-1', 'surface-2', 'surface-3'];
const inks = ['ink-1', 'ink-2', 'ink-3', 'accent-text', 'waiting', 'live', 'done', 'late', 'money-in', 'money-out'];
const sizes = [34, 26, 20, 16, 14, 13, 12];

/** Colours on their grounds, and the type scale. */
export function TokensSection() {
  return (
    <>
      <Exhibit title="Type">
        {sizes.map((size) => (
          <div key={size} className="flex w-full items-baseline gap-4">
            <span className="figures w-6 text-12 text-ink-3">{size}</span>
            <span className="name truncate" style={{ fontSize: size, lineHeight: 1.25 }}>
              The Weaver’s Garden
            </span>
            <span className="figures hidden truncate text-ink-2 sm:inline" style={{ fontSize: size, lineHeight: 1.25 }}>
              12 plates, 4 of 7 done
            </span>
          </div>
        ))}
      </Exhibit>
      <Exhibit title="Ink on paper">
        <div className="grid w-full grid-cols-2 gap-px overflow-clip rounded-8 bg-line md:grid-cols-4">
          {grounds.map((ground) => (
            <ul key={ground} className="flex flex-col gap-1 p-4" style={{ background: `var(--${ground})` }}>
              <li className="pb-1 text-12 text-ink-3">{ground}</li>
              {inks.map((ink) => (
                <li key={ink} className="text-13" style={{ color: `var(--${ink})` }}>
                  {ink}
                </li>
              ))}
            </ul>
          ))}
        </div>
        <div className="flex flex-wrap gap-6">
          {(['draft', 'waiting', 'live', 'done', 'late', 'money-in', 'money-out'] as const).map((kind) => (
            <span key={kind} className="inline-flex items-center gap-2 text-13 text-ink-2">
              <StatusMark kind={kind} className="size-6" />
              {kind}
            </span>
          ))}
        </div>
      </Exhibit>
    </>
  );
}
