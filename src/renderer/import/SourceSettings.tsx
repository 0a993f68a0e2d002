import type { ReactElement } from 'react';
import type { ImportSpecification } from '../../contract/import.ts';
import { GRADING_SCHEMES } from '../../core/evidence/grading.ts';
import { CONFIDENTIALITY_LEVELS } from '../../core/evidence/marking.ts';
import { Field, Select } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';
import { HandlingCodes } from './HandlingCodes.tsx';
import { CommitInput } from './mapping/CommitInput.tsx';
import { recipientsOf, withZone } from './source-edit.ts';

const ZONES = [
  'Europe/Chisinau',
  'Europe/Kyiv',
  'Europe/Bucharest',
  'Europe/Warsaw',
  'Europe/Budapest',
  'Europe/Bratislava',
  'Europe/Tallinn',
  'Europe/Riga',
  'Europe/Vilnius',
  'Asia/Tbilisi',
  'Europe/Minsk',
  'Europe/Moscow',
  'UTC',
];
const COUNTRIES = ['MD', 'UA', 'RO', 'PL', 'SK', 'HU', 'GE', 'EE', 'LV', 'LT'];
const DATE_ORDERS = ['iso', 'ymd', 'dmy', 'mdy'] as const;
const DECIMAL_MARKS = ['.', ','] as const;

interface SettingsProps {
  readonly specification: ImportSpecification;
  readonly onChange: (change: Partial<ImportSpecification>) => void;
}

/** What holds for the whole file: how times and numbers are written, who it is from, grade, handling, who may have it. */
export function SourceSettings(props: SettingsProps): ReactElement {
  return (
    <div className="spec-settings">
      <Writing {...props} />
      <Origin {...props} />
      <HandlingCodes
        marking={props.specification.marking}
        onChange={(marking) => props.onChange({ marking })}
      />
    </div>
  );
}

function same(values: readonly string[]): { value: string; label: string }[] {
  return [...new Set(values)].map((value) => ({ value, label: value }));
}

function Writing({ specification: spec, onChange }: SettingsProps): ReactElement {
  const t = useMessages();
  return (
    <>
      <Field label={t('importcentre:zone')}>
        <Select
          value={spec.timeZone}
          choices={same([spec.timeZone, ...ZONES])}
          onChange={(timeZone) => onChange(withZone(spec, timeZone))}
        />
      </Field>
      <Field label={t('importcentre:dateOrder')}>
        <Select
          value={spec.dateOrder}
          choices={DATE_ORDERS.map((value) => ({ value, label: t(`importcentre:order.${value}`) }))}
          onChange={(dateOrder) => onChange({ dateOrder })}
        />
      </Field>
      <Field label={t('importcentre:decimalMark')}>
        <Select
          value={spec.decimalMark}
          choices={DECIMAL_MARKS.map((value) => ({
            value,
            label: t(value === '.' ? 'importcentre:decimalPoint' : 'importcentre:decimalComma'),
          }))}
          onChange={(decimalMark) => onChange({ decimalMark })}
        />
      </Field>
      <Field label={t('importcentre:country')}>
        <Select
          value={spec.country}
          choices={same([spec.country, ...COUNTRIES])}
          onChange={(country) => onChange({ country })}
        />
      </Field>
    </>
  );
}

function Origin(props: SettingsProps): ReactElement {
  const t = useMessages();
  const { specification: spec, onChange } = props;
  return (
    <>
      <Field label={t('importcentre:originator')}>
        <input value={spec.originator} onChange={(event) => onChange({ originator: event.target.value })} />
      </Field>
      <GradeField part="source" {...props} />
      <GradeField part="information" {...props} />
      <Field label={t('importcentre:level')}>
        <Select
          value={spec.marking.level}
          choices={CONFIDENTIALITY_LEVELS.map((value) => ({ value, label: t(`evidence:level.${value}`) }))}
          onChange={(level) => onChange({ marking: { ...spec.marking, level } })}
        />
      </Field>
      <Field label={t('importcentre:recipients')}>
        <CommitInput
          value={spec.recipients.join(', ')}
          placeholder={t('importcentre:anyRecipient')}
          onCommit={(text) => onChange({ recipients: recipientsOf(text) })}
        />
      </Field>
    </>
  );
}

/** The texts of the grades are longer than the field: what is chosen can be read on hovering. */
function GradeField(props: SettingsProps & { readonly part: 'source' | 'information' }): ReactElement {
  const t = useMessages();
  const { part, onChange } = props;
  const { grade } = props.specification;
  const codes: readonly string[] = GRADING_SCHEMES[grade.scheme][part];
  const words = (code: string): string => t(`evidence:grading.${grade.scheme}.${part}.${code}`);
  return (
    <Field label={t(part === 'source' ? 'importcentre:sourceGrade' : 'importcentre:informationGrade')}>
      <span title={words(grade[part])}>
        <Select
          value={grade[part]}
          choices={codes.map((value) => ({ value, label: words(value) }))}
          onChange={(value) => onChange({ grade: { ...grade, [part]: value } })}
        />
      </span>
    </Field>
  );
}
