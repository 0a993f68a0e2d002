import { type ReactElement, useState } from 'react';
import type { IdentityRuleRow } from '../../contract/matching.ts';
import { ENTITY_TYPE_NAMES, type EntityType } from '../../core/model/entity-types.ts';
import { Select } from '../ui/index.ts';
import { call, dataChanged, useAsk, useAttempt, useMessages } from '../workspace/index.ts';

/** Which number makes two records of a type one; a tick changes it for every import from now on. */
export function IdentityRules({ fileId }: { readonly fileId: string }): ReactElement {
  const t = useMessages();
  const [type, setType] = useState<EntityType>('person');
  const { busy, error, run } = useAttempt();
  const answer = useAsk('matching.rules', {});
  const rules = (answer.data?.rules ?? []).filter((rule) => rule.type === type);
  async function set({ kind, joins }: IdentityRuleRow): Promise<void> {
    await call('matching.setRule', { fileId, type, kind, joins: !joins });
    dataChanged();
  }
  return (
    <div className="form identity-rules">
      <p>{t('matching:rules.explain')}</p>
      <Select
        label={t('matching:filter.type')}
        value={type}
        choices={ENTITY_TYPE_NAMES.map((value) => ({ value, label: t(`types:entity.${value}`) }))}
        onChange={setType}
      />
      <table>
        <thead>
          <tr>
            <th scope="col">{t('matching:rules.number')}</th>
            <th scope="col">{t('matching:rules.joins')}</th>
            <th scope="col">{t('matching:rules.why')}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => {
            const name =
              rule.kind === 'other' ? t('matching:rules.other') : t(`types:identifier.${rule.kind}`);
            return (
              <tr key={rule.kind}>
                <th scope="row">{name}</th>
                <td>
                  <label className="tick">
                    <input
                      type="checkbox"
                      aria-label={name}
                      checked={rule.joins}
                      disabled={busy}
                      onChange={() => void run(() => set(rule))}
                    />
                    {rule.joins === rule.byDefault ? '' : t('matching:rules.changed')}
                  </label>
                </td>
                <td>{t(rule.reason.key, rule.reason.params)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {error === null ? null : <p role="alert">{error}</p>}
    </div>
  );
}
