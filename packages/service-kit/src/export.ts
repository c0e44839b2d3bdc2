import type { Database, Session } from './database.ts';
import { relationsOf } from './export/catalogue.ts';
import { type ExportView, planTable, type TablePlan } from './export/plan.ts';
import { countRows, readPages } from './export/read.ts';
import type { Exporter, ExportSubject, ExportTable, LeftOut } from './export/types.ts';
import type { PersonalData } from './personal-data.ts';

export type { ExportView } from './export/plan.ts';
export type { ExportDescription, Exporter, ExportPart, ExportSubject, ExportTable, LeftOut } from './export/types.ts';

/** A schema of which a domain exports rows. */
export interface ExportSource {
  schema: string;
  /** As a role that may read it. */
  database: Pick<Database, 'reads' | 'snapshot'>;
  /** What stands before its tables' names, for the second schema of a domain: `auth.`. */
  prefix?: string;
}

/**
 * Exports the rows of a domain by what it declares of its tables: whose they are, and what of them no export carries. What is in the
 * database and declared comes by itself.
 */
export function createExporter(options: {
  sources: readonly ExportSource[];
  personalData: PersonalData;
  /** The types of the API that the domain owns. */
  owns: readonly string[];
  /** Views of the first schema that a studio's export holds, too. */
  views?: Readonly<Record<string, ExportView>>;
}): Exporter {
  const { sources, personalData, owns, views = {} } = options;
  const typenames = new Map(owns.flatMap((typename) => tableNamesOf(typename).map((table) => [table, typename])));
  const scopeOf = ({ studioId }: ExportSubject) => ({ studioId, userId: null });

  async function plansOf(session: Session, { schema, prefix = '' }: ExportSource, subject: ExportSubject) {
    const tables: TablePlan[] = [];
    const leftOut: LeftOut[] = [];
    for (const found of await relationsOf(session, schema)) {
      const view = prefix === '' ? views[found.name] : undefined;
      const plan = planTable(found, personalData[prefix + found.name], view, subject, prefix);
      if ('because' in plan) leftOut.push(plan);
      else tables.push(plan);
    }
    return { tables, leftOut };
  }

  return {
    async describeExport(subject) {
      const tables: ExportTable[] = [];
      const leftOut: LeftOut[] = [];
      for (const source of sources) {
        const session = source.database.reads(scopeOf(subject));
        const plans = await plansOf(session, source, subject);
        leftOut.push(...plans.leftOut);
        const counts = await Promise.all(plans.tables.map((plan) => countRows(session, source.schema, plan, subject)));
        tables.push(
          ...plans.tables.map(({ name, relation, holds, columns, leftOut: columnsLeftOut }, index) => ({
            name,
            holds,
            typename: typenames.get(relation) ?? null,
            columns: columns.map((column) => column.name),
            leftOut: columnsLeftOut,
            rows: counts[index] ?? 0,
          })),
        );
      }
      return { tables, leftOut };
    },

    async exportRows(subject, take) {
      for (const source of sources) {
        await source.database.snapshot(scopeOf(subject), async (session) => {
          const { tables } = await plansOf(session, source, subject);
          for (const plan of tables) {
            for await (const rows of readPages(session, source.schema, plan, subject)) await take({ table: plan.name, rows });
          }
        });
      }
    },
  };
}

/** How the table of a type is called: `ClientLink` is `client_links`, or in the singular. */
function tableNamesOf(typename: string): string[] {
  const singular = typename.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
  return [singular, `${singular}s`];
}
