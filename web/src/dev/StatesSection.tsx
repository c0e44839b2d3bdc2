import { Plus } from 'lucide-react';
import { Avatar, AvatarStack } from '../ui/Avatar.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { DateText, DueDate } from '../ui/DateText.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorPanel, PanelBoundary } from '../ui/ErrorPanel.tsx';
import { Money } from '../ui/Money.tsx';
import { SkeletonRows } from '../ui/Skeleton.tsx';
import { StatusChip } from '../ui/StatusChip.tsx';
import { Exhibit } from './Exhibit.tsx';

export const people = [
  { id: 'user_mara', name: 'Mara Linden' },
  { id: 'user_teo', name: 'Teo Varga' },
  { id: 'user_ines', name: 'Inés Alcorta' },
  { id: 'user_jun', name: 'Jun Okabe' },
  { id: 'user_pia', name: 'Pia Holm' },
  { id: 'user_sol', name: 'Sol' },
];
const zone = 'Europe/Lisbon';
const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString();

function Broken(): never {
  throw new Error('A panel that breaks, to see its boundary');
}

/** People, statuses, dates, sums, and what is shown when there is nothing, not yet, or no more. */
export function StatesSection() {
  return (
    <>
      <Exhibit title="People">
        <div className="flex flex-wrap items-center gap-6">
          {people.slice(0, 1).map((person) => (
            <Avatar key={person.id} person={person} size={80} />
          ))}
          {people.slice(1, 5).map((person, index) => (
            <Avatar key={person.id} person={person} size={([48, 32, 24, 20] as const)[index] ?? 20} />
          ))}
          <Avatar person={{ id: 'user_mara', name: 'Mara Linden' }} size={32} present />
          <AvatarStack label="Members" people={people} />
          <AvatarStack label="Here now" people={people.slice(0, 3).map((person) => ({ ...person, present: true }))} />
        </div>
      </Exhibit>
      <Exhibit title="Statuses">
        <div className="flex flex-wrap gap-3">
          <StatusChip kind="draft">Draft</StatusChip>
          <StatusChip kind="waiting">Waiting for the client</StatusChip>
          <StatusChip kind="live">In progress</StatusChip>
          <StatusChip kind="done">Approved</StatusChip>
          <StatusChip kind="late">Late</StatusChip>
          <StatusChip kind="money-in">Paid</StatusChip>
          <StatusChip kind="money-out">Refunded</StatusChip>
        </div>
        <div className="flex flex-wrap gap-6">
          <StatusChip quiet kind="waiting">
            Waiting
          </StatusChip>
          <StatusChip quiet kind="live">
            In progress
          </StatusChip>
          <StatusChip quiet kind="done">
            Done
          </StatusChip>
          <StatusChip quiet kind="late">
            Late
          </StatusChip>
        </div>
      </Exhibit>
      <Exhibit title="Dates and sums">
        <div className="flex flex-wrap gap-6">
          <DateText at={new Date().toISOString()} studioZone={zone} />
          <DateText at={day(-0.2)} studioZone={zone} />
          <DateText at={day(-40)} studioZone={zone} />
          <DueDate date={day(-3).slice(0, 10)} studioZone={zone} />
          <DueDate date={day(1).slice(0, 10)} studioZone={zone} />
          <DueDate date={day(30).slice(0, 10)} studioZone={zone} />
        </div>
        <div className="flex w-64 flex-col items-end">
          <Money amount={128_050} currency="EUR" />
          <Money amount={-12_000} currency="EUR" negativeWord="refund" />
          <Money amount={980_000} currency="JPY" />
          <Money amount={1_164_050} currency="EUR" display />
        </div>
      </Exhibit>
      <Exhibit title="Banners">
        <div className="flex w-full flex-col gap-2">
          <Banner kind="offline">You are offline. What you see is the last state; it catches up by itself.</Banner>
          <Banner kind="degraded">Messages do not answer at the moment. Everything else works.</Banner>
          <Banner kind="problem">The last change was not saved. It is still in the form.</Banner>
          <Banner
            kind="view"
            action={
              <Button size="small" tone="quiet">
                Leave
              </Button>
            }
          >
            You see this project as the client does.
          </Banner>
        </div>
      </Exhibit>
      <Exhibit title="Failed">
        <ErrorPanel title="The activity did not load" reference="4f1c8a20b6e94d13" onRetry={() => undefined} />
        <PanelBoundary title="The comments did not load" referenceOf={() => '77aa01c2'}>
          <Broken />
        </PanelBoundary>
      </Exhibit>
      <Exhibit title="Loading">
        <div className="w-full max-w-160">
          <SkeletonRows rows={4} picture />
        </div>
      </Exhibit>
      <Exhibit title="Empty">
        <EmptyState
          picture="easel"
          title="No projects yet"
          action={
            <Button tone="primary" icon={<Plus size={16} strokeWidth={1.5} aria-hidden />}>
              New project
            </Button>
          }
        >
          A project holds the brief, the tasks and all that you and the client say about it.
        </EmptyState>
        <div className="grid w-full gap-x-12 md:grid-cols-2">
          <EmptyState
            compact
            picture="letter"
            title="No comments yet"
            action={
              <a className="link" href="#top">
                Write the first one
              </a>
            }
          />
          <EmptyState
            compact
            picture="portfolio"
            title="No clients yet"
            action={
              <a className="link" href="#top">
                Add a client
              </a>
            }
          />
          <EmptyState
            compact
            picture="chairs"
            title="Only you are here"
            action={
              <a className="link" href="#top">
                Invite somebody
              </a>
            }
          />
          <EmptyState
            compact
            picture="lens"
            title="Nothing by that name"
            action={
              <a className="link" href="#top">
                Clear the filters
              </a>
            }
          />
          <EmptyState
            compact
            picture="tea"
            title="Nothing waits for you"
            action={
              <a className="link" href="#top">
                See what is due
              </a>
            }
          />
          <EmptyState
            compact
            picture="path"
            title="This page is not here"
            action={
              <a className="link" href="#top">
                Back to the start
              </a>
            }
          />
        </div>
      </Exhibit>
    </>
  );
}
