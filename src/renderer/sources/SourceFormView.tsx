import type { ReactElement } from 'react';
import { SOURCE_USAGES, WRITTEN_SOURCE_KINDS } from '../../core/evidence/source-terms.ts';
import { mayCarryTlp, TLP_LABELS, type TlpLabel } from '../../core/evidence/tlp.ts';
import type { CrimeArea } from '../../core/model/case-terms.ts';
import { DateInput, Field, GradeChoice, MarkingChoice, Select } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import type { SourceForm } from './source-form.ts';

interface FormProps {
  readonly form: SourceForm;
  readonly crimeAreas: readonly CrimeArea[];
  readonly onChange: (form: SourceForm) => void;
}

/** What a person decides of a source: whose it is, when, how good, who may have it. */
export function SourceFormView(props: FormProps): ReactElement {
  return (
    <div className="source-form">
      <Origin {...props} />
      <Judgement {...props} />
    </div>
  );
}

const TEXTS = ['reference', 'title', 'originator', 'agency'] as const;

function Origin({ form, onChange }: FormProps): ReactElement {
  const t = useMessages();
  const kinds: readonly SourceForm['kind'][] = WRITTEN_SOURCE_KINDS;
  return (
    <>
      <Field label={t('sources:field.kind')}>
        <Select
          value={form.kind}
          disabled={!kinds.includes(form.kind)}
          choices={(kinds.includes(form.kind) ? kinds : [form.kind]).map((value) => ({
            value,
            label: t(`sources:kind.${value}`),
          }))}
          onChange={(kind) => onChange({ ...form, kind })}
        />
      </Field>
      {TEXTS.map((name) => (
        <Field key={name} label={t(`sources:field.${name}`)}>
          <input
            value={form[name]}
            placeholder={name === 'reference' ? t('sources:nextReference') : undefined}
            onChange={(event) => onChange({ ...form, [name]: event.target.value })}
          />
        </Field>
      ))}
      <Field label={t('sources:field.received')}>
        <DateInput value={form.received} onChange={(received) => onChange({ ...form, received })} />
      </Field>
      <Field label={t('sources:field.informationDate')}>
        <input
          placeholder={t('sources:partialDate')}
          value={form.informationDate}
          onChange={(event) => onChange({ ...form, informationDate: event.target.value })}
        />
      </Field>
    </>
  );
}

function Judgement({ form, crimeAreas, onChange }: FormProps): ReactElement {
  const t = useMessages();
  const tlp = mayCarryTlp(form.kind, crimeAreas);
  return (
    <>
      <GradeChoice grade={form.grade} onChange={(grade) => onChange({ ...form, grade })} />
      <Field label={t('sources:field.usage')}>
        <Select
          value={form.usage}
          choices={SOURCE_USAGES.map((value) => ({ value, label: t(`sources:usage.${value}`) }))}
          onChange={(usage) => onChange({ ...form, usage })}
        />
      </Field>
      <Field label={t('sources:field.recipients')}>
        <input
          placeholder={t('sources:everybody')}
          value={form.recipients}
          onChange={(event) => onChange({ ...form, recipients: event.target.value })}
        />
      </Field>
      {tlp ? (
        <Field label={t('sources:field.tlp')}>
          <Select
            value={form.tlp ?? ''}
            choices={[
              { value: '', label: t('sources:noTlp') },
              ...TLP_LABELS.map((value) => ({ value, label: t(`evidence:tlp.${value}`) })),
            ]}
            onChange={(value) => onChange({ ...form, tlp: value === '' ? null : (value as TlpLabel) })}
          />
        </Field>
      ) : null}
      <MarkingChoice
        marking={{ ...form.marking, handlingText: form.handlingText }}
        onChange={({ handlingText, ...marking }) => onChange({ ...form, marking, handlingText })}
      />
    </>
  );
}
