import { type ReactElement, useState } from 'react';
import type { Input } from '../../contract/index.ts';
import { matchState } from '../../contract/matching.ts';
import { ENTITY_TYPE_NAMES, type EntityType } from '../../core/model/entity-types.ts';
import { Button, Dialog, Select, Tabs } from '../ui/index.ts';
import { useAsk, useAttempt, useMessages } from '../workspace/index.ts';
import { findSame } from './find.ts';
import { IdentityRules } from './IdentityRules.tsx';
import { useMatchWish } from './wish.ts';

export type PairFilter = Pick<Input<'matching.list'>, 'state' | 'type' | 'minimum' | 'batchId'>;
export const FIRST_FILTER: PairFilter = { state: 'open' };

const SCORES = [0.9, 0.75, 0.6];
const ANY = '';

/** Which pairs are listed, and the two acts on all of them. */
export function PairFilters(props: {
  readonly fileId: string;
  readonly entityId: string | null;
  readonly filter: PairFilter;
  readonly onChange: (filter: PairFilter) => void;
}): ReactElement {
  const { fileId, entityId, filter, onChange } = props;
  const t = useMessages();
  const [rulesOpen, setRulesOpen] = useState(false);
  const { busy, error, run } = useAttempt();
  const counts = useAsk('matching.counts', { fileId });
  const batches = useAsk('import.batches', { fileId });
  const one = useAsk('entity.get', entityId === null ? null : { entityId, factLimit: 1 });
  const { type, minimum, batchId, state } = filter;
  const chosen = {
    state,
    ...given('type', type),
    ...given('minimum', minimum),
    ...given('batchId', batchId),
  };
  return (
    <div className="toolbar matching-filters">
      <Tabs
        value={state}
        tabs={matchState.options.map((value) => ({
          value,
          label: t(`matching:state.${value}`, { number: counts.data?.[value] ?? 0 }),
        }))}
        onChange={(value) => onChange({ ...chosen, state: value })}
      />
      <Select<EntityType | ''>
        label={t('matching:filter.type')}
        value={type ?? ANY}
        choices={[
          { value: ANY, label: t('matching:filter.anyType') },
          ...ENTITY_TYPE_NAMES.map((value) => ({ value, label: t(`types:entity.${value}`) })),
        ]}
        onChange={(value) => onChange({ ...without(chosen, 'type'), ...given('type', value || undefined) })}
      />
      <Select
        label={t('matching:filter.score')}
        value={String(minimum ?? ANY)}
        choices={[
          { value: ANY, label: t('matching:filter.anyScore') },
          ...SCORES.map((value) => ({
            value: String(value),
            label: t('matching:filter.from', { score: Math.round(value * 100) }),
          })),
        ]}
        onChange={(value) =>
          onChange({ ...without(chosen, 'minimum'), ...given('minimum', Number(value) || undefined) })
        }
      />
      <Select
        label={t('matching:filter.batch')}
        value={batchId ?? ANY}
        choices={[
          { value: ANY, label: t('matching:filter.anyBatch') },
          ...(batches.data?.batches ?? []).map(({ id, fileName }) => ({ value: id, label: fileName })),
        ]}
        onChange={(value) =>
          onChange({ ...without(chosen, 'batchId'), ...given('batchId', value || undefined) })
        }
      />
      {entityId === null ? null : (
        <Button onClick={() => useMatchWish.setState({ wish: null })} title={t('matching:filter.all')}>
          {t('matching:filter.ofOne', { label: one.data?.entity.label ?? '…' })} ×
        </Button>
      )}
      <span className="grow" />
      {error === null ? null : <span role="alert">{error}</span>}
      <Button disabled={busy} onClick={() => void run(() => findSame({ fileId }))}>
        {t('matching:find')}
      </Button>
      <Button onClick={() => setRulesOpen(true)}>{t('matching:rules.title')}</Button>
      {rulesOpen ? (
        <Dialog title={t('matching:rules.title')} onClose={() => setRulesOpen(false)}>
          <IdentityRules fileId={fileId} />
        </Dialog>
      ) : null}
    </div>
  );
}

function given<K extends string, V>(name: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [name]: value }) as { [P in K]?: V };
}

function without<K extends keyof PairFilter>(filter: PairFilter, name: K): Omit<PairFilter, K> {
  const { [name]: _, ...rest } = filter;
  return rest;
}
