import { IconEdit, IconEraser } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import { approximate } from '../../core/evidence/grade-mapping.ts';
import { approximateCode } from '../../core/evidence/grade-words.ts';
import { FACT_KINDS } from '../../core/evidence/source-terms.ts';
import { IdentifierCheck } from '../edits/index.ts';
import { FactSign, GradeBadge, IconButton, propertyWords } from '../ui/index.ts';
import { call, dataChanged, showSource, useAttempt, useMessages } from '../workspace/index.ts';
import { FactEditor } from './FactEditor.tsx';
import { type Fact, telling } from './fact-form.ts';

/**
 * What sources say, what the analyst concludes and what the analyst advises stand apart, each under its own sign and
 * line: never one for the other.
 */
export function Facts(props: {
  readonly fileId: string;
  readonly entityId: string;
  readonly facts: readonly Fact[];
}): ReactElement {
  const t = useMessages();
  const [changing, setChanging] = useState<string | null>(null);
  if (props.facts.length === 0) return <p className="muted">{t('inspector:noFacts')}</p>;
  const shown = telling(props.facts);
  return (
    <>
      {FACT_KINDS.map((kind) => {
        const facts = shown.filter((one) => one.kind === kind);
        if (facts.length === 0) return null;
        return (
          <section key={kind} className={`fact-group ${kind}`} aria-label={t(`evidence:kinds.${kind}`)}>
            {kind === 'fact' ? null : (
              <h4>
                <FactSign kind={kind} /> {t(`evidence:kinds.${kind}`)}
              </h4>
            )}
            <ul className="facts">
              {facts.map((fact) => (
                <li key={fact.id}>
                  {fact.id === changing ? (
                    <FactEditor {...props} fact={fact} onDone={() => setChanging(null)} />
                  ) : (
                    <OneFact fact={fact} all={props.facts} onChange={() => setChanging(fact.id)} />
                  )}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function OneFact(props: {
  readonly fact: Fact;
  readonly all: readonly Fact[];
  readonly onChange: () => void;
}): ReactElement {
  const t = useMessages();
  const { fact } = props;
  const { error, busy, run } = useAttempt();
  const about = approximateCode(fact.grade);
  const grounds = props.all.filter((one) => fact.basis.includes(one.id));
  async function withdraw(): Promise<void> {
    await call('fact.withdraw', { factId: fact.id });
    dataChanged();
  }
  return (
    <>
      <div className="fact-head">
        <span>{fact.property === null ? t('inspector:exists') : propertyWords(t, fact.property)}</span>
        <button
          type="button"
          className="text-button"
          title={[
            t('inspector:openSource'),
            ...fact.marking.handling.map((code) => t(`evidence:handling.${code}`)),
            ...(fact.handlingText === '' ? [] : [`H3: ${fact.handlingText}`]),
          ].join('\n')}
          onClick={() => showSource(fact.sourceId)}
        >
          {fact.sourceReference}
          {fact.sourceRow === null ? '' : ` · ${t('inspector:row', { row: fact.sourceRow })}`}
        </button>
        <GradeBadge grade={fact.grade} />
        {about === null ? null : <span className="about-grade">{about}</span>}
        {approximate(fact.grade, 'europol-4x4').suspectedFalse ? (
          <em className="warn">{t('evidence:suspectedFalse')}</em>
        ) : null}
        <FactTools fact={fact} busy={busy} onChange={props.onChange} onWithdraw={() => void run(withdraw)} />
      </div>
      {fact.value === '' ? null : (
        <div className="fact-value">
          {fact.value}
          <IdentifierCheck check={fact.check} explain={fact.explain} />
          {fact.member === undefined ? null : (
            <em className="muted"> {t('inspector:ofMember', { member: fact.member })}</em>
          )}
        </div>
      )}
      {grounds.length === 0 ? null : (
        <div className="fact-grounds muted">
          {t('inspector:restsOn', {
            facts: grounds.map((one) => `${one.value} (${one.sourceReference})`).join('; '),
          })}
        </div>
      )}
      {error === null ? null : <p role="alert">{error}</p>}
    </>
  );
}

function FactTools(props: {
  readonly fact: Fact;
  readonly busy: boolean;
  readonly onChange: () => void;
  readonly onWithdraw: () => void;
}): ReactElement | null {
  const t = useMessages();
  const { fact } = props;
  if (fact.property === null) return null;
  return (
    <span className="fact-tools">
      <IconButton label={t('inspector:fact.change')} onClick={props.onChange}>
        <IconEdit size={14} aria-hidden />
      </IconButton>
      {fact.ofFile ? null : (
        <IconButton label={t('inspector:fact.withdraw')} disabled={props.busy} onClick={props.onWithdraw}>
          <IconEraser size={14} aria-hidden />
        </IconButton>
      )}
    </span>
  );
}
