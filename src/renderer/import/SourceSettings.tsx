import type { ReactElement } from 'react';
import type { ImportSpecification } from '../../contract/import.ts';
import { GRADING_SCHEMES } from '../../core/evidence/grading.ts';
import { CONFIDENTIALITY_LEVELS, HANDLING_CODES } from '../../core/evidence/marking.ts';
import { Field } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';

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

/** What holds for the whole file: time zone, date order, country, who it is from, grade and handling. */
export function SourceSettings(props: {
  readonly specification: ImportSpecification;
  readonly onChange: (specification: ImportSpecification) => void;
}): ReactElement {
  const t = useMessages();
  const { specification: spec } = props;
  const set = (change: Partial<ImportSpecification>): void => props.onChange({ ...spec, ...change });
  const choice = (
    label: string,
    value: string,
    options: readonly (readonly [string, string])[],
    onChange: (value: string) => void,
  ): ReactElement => (
    <Field label={label}>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
  const same = (list: readonly string[]): [string, string][] => list.map((one) => [one, one]);
  const codes = GRADING_SCHEMES[spec.grade.scheme];
  return (
    <div className="form-grid narrow">
      {choice(
        t('importcentre:zone'),
        spec.timeZone,
        same([...new Set([spec.timeZone, ...ZONES])]),
        (timeZone) => set({ timeZone }),
      )}
      {choice(
        t('importcentre:dateOrder'),
        spec.dateOrder,
        ['iso', 'ymd', 'dmy', 'mdy'].map((one) => [one, t(`importcentre:order.${one}`)]),
        (value) => set({ dateOrder: value as ImportSpecification['dateOrder'] }),
      )}
      {choice(
        t('importcentre:country'),
        spec.country,
        same([...new Set([spec.country, ...COUNTRIES])]),
        (country) => set({ country }),
      )}
      <Field label={t('importcentre:originator')}>
        <input value={spec.originator} onChange={(event) => set({ originator: event.target.value })} />
      </Field>
      {choice(
        t('importcentre:sourceGrade'),
        spec.grade.source,
        codes.source.map((one) => [one, t(`evidence:grading.${spec.grade.scheme}.source.${one}`)]),
        (source) => set({ grade: { ...spec.grade, source } }),
      )}
      {choice(
        t('importcentre:informationGrade'),
        spec.grade.information,
        codes.information.map((one) => [one, t(`evidence:grading.${spec.grade.scheme}.information.${one}`)]),
        (information) => set({ grade: { ...spec.grade, information } }),
      )}
      {choice(
        t('importcentre:level'),
        spec.marking.level,
        CONFIDENTIALITY_LEVELS.map((one) => [one, t(`evidence:level.${one}`)]),
        (level) =>
          set({ marking: { ...spec.marking, level: level as ImportSpecification['marking']['level'] } }),
      )}
      {choice(
        t('importcentre:handling'),
        spec.marking.handling[0] ?? 'H0',
        HANDLING_CODES.map((one) => [one, t(`evidence:handling.${one}`)]),
        (code) => set({ marking: { ...spec.marking, handling: [code as (typeof HANDLING_CODES)[number]] } }),
      )}
    </div>
  );
}
