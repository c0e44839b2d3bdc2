import { StatusChip } from '../ui/StatusChip.tsx';
import { VirtualList } from '../ui/VirtualList.tsx';
import { Exhibit } from './Exhibit.tsx';

const rows = Array.from({ length: 10_000 }, (_, index) => ({ id: `task_${index}`, title: `Plate ${index + 1}, colour proof` }));

/** A list of ten thousand. */
export function ListsSection() {
  return (
    <Exhibit title="Ten thousand rows">
      <VirtualList
        label="Tasks"
        items={rows}
        keyOf={(row) => row.id}
        estimate={48}
        className="h-72 w-full border-y"
        renderItem={(row, index) => (
          <div className="flex h-row items-center gap-4 border-b">
            <a href="#top" className="link-quiet flex-1 truncate outline-offset-[-2px]">
              {row.title}
            </a>
            <StatusChip quiet kind={index % 3 ? 'live' : 'waiting'}>
              {index % 3 ? 'In progress' : 'Waiting'}
            </StatusChip>
          </div>
        )}
      />
    </Exhibit>
  );
}
