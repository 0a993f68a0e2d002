import { z } from 'zod';
import { method } from './method.ts';
import { entitySummary, entityType, evidenceFilter, id, linkSummary, linkType, period } from './terms.ts';

export const chartMember = z.object({
  x: z.number(),
  y: z.number(),
  pinned: z.boolean().optional(),
  hidden: z.boolean().optional(),
});
export type ChartMember = z.infer<typeof chartMember>;
export const chartFilter = z.object({
  linkTypes: z.array(linkType).nullable(),
  entityTypes: z.array(entityType).nullable(),
  period,
  ...evidenceFilter.shape,
});
export type ChartFilter = z.infer<typeof chartFilter>;
/** What the colours of a chart tell: the type of a thing, its grades, or its sources. */
export const PAINT_WAYS = ['type', 'grade', 'source'] as const;
export const chartStyle = z.object({ paint: z.enum(PAINT_WAYS) });
export type ChartStyle = z.infer<typeof chartStyle>;

export const chart = z.object({
  id,
  fileId: id,
  name: z.string(),
  members: z.record(id, chartMember),
  filter: chartFilter,
  style: chartStyle,
  revision: z.number().int(),
});
export type Chart = z.infer<typeof chart>;

/** Everything a person can do to a chart, as one change with what it touches; null removes a member. */
export const chartChange = z.object({
  members: z.record(id, chartMember.nullable()).optional(),
  filter: chartFilter.optional(),
  style: chartStyle.optional(),
  name: z.string().optional(),
});
export type ChartChange = z.infer<typeof chartChange>;

const neighbourQuery = z.object({
  fileId: id,
  entityIds: z.array(id).min(1).max(500),
  linkTypes: z.array(linkType).optional(),
  period: period.optional(),
  exclude: z.array(id).optional(),
  ...evidenceFilter.shape,
});

export const chartMethods = {
  'chart.list': method(
    z.object({ fileId: id }),
    z.object({ charts: z.array(z.object({ id, name: z.string(), members: z.number() })) }),
  ),
  'chart.create': method(
    z.object({ fileId: id, name: z.string().min(1), members: z.record(id, chartMember).optional() }),
    chart,
  ),
  'chart.get': method(z.object({ chartId: id }), chart),
  /** Journalled with its inverse; `label` is a key of the `chart` message namespace (act.<name>). */
  'chart.change': method(
    z.object({ chartId: id, label: z.string(), count: z.number().int(), change: chartChange }),
    z.object({ chart, journalId: id }),
  ),
  'chart.delete': method(z.object({ chartId: id }), z.object({ journalId: id })),
  /** The drawn data of a working set: its entities and every link summary among them, within the period. */
  'chart.data': method(
    z.object({
      fileId: id,
      entityIds: z.array(id).max(20_000),
      linkTypes: z.array(linkType).optional(),
      period: period.optional(),
      ...evidenceFilter.shape,
    }),
    z.object({
      entities: z.array(entitySummary),
      links: z.array(linkSummary),
      /** Those of whom nothing that the filter by source and grade leaves speaks. */
      unstated: z.array(id),
    }),
  ),
  /** How many neighbours an expand would bring, by link type, before anything is drawn. */
  'chart.neighbourCount': method(
    neighbourQuery,
    z.object({
      total: z.number().int(),
      byType: z.array(z.object({ type: linkType, count: z.number().int() })),
    }),
  ),
  /** Neighbours ordered by strength of contact, at most `limit`; links among them and the asked ones included. */
  'chart.expand': method(
    neighbourQuery.extend({ limit: z.number().int().min(1).max(5000) }),
    z.object({ entities: z.array(entitySummary), links: z.array(linkSummary), total: z.number().int() }),
  ),
};
