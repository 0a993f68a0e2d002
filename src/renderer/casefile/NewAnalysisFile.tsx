import { type ReactElement, useState } from 'react';
import { CONFIDENTIALITY_LEVELS, HANDLING_CODES } from '../../core/evidence/marking.ts';
import { CRIME_AREAS, PERSON_STATUSES } from '../../core/model/case-terms.ts';
import { Button, DateInput, Field } from '../ui/index.ts';
import { call, dataChanged, openFile, useAsk, useAttempt, useDesk, useMessages } from '../workspace/index.ts';
import { CheckList } from './CheckList.tsx';
import { type FileForm, fileRequest, formOf, missingFields, NEW_FILE } from './file-form.ts';

const TEXTS = ['reference', 'title', 'originator', 'participants', 'legalBasis'] as const;

/** The opening order of a criminal analysis file: nothing is created before its mandatory fields are filled. */
export function NewAnalysisFile(props: { readonly onDone: () => void }): ReactElement {
  async function create(form: FileForm): Promise<void> {
    const file = await call('analysisFile.create', fileRequest(form));
    openFile(file.id);
    props.onDone();
  }
  return <OpeningOrder start={NEW_FILE} act="casefile:create" onSave={create} onDone={props.onDone} />;
}

/** The same of the open file, changed as one command that can be undone. */
export function EditAnalysisFile(props: { readonly onDone: () => void }): ReactElement | null {
  const fileId = useDesk((desk) => desk.fileId);
  const file = useAsk('analysisFile.get', fileId === null ? null : { fileId });
  if (file.data === undefined || fileId === null) return null;
  async function save(form: FileForm): Promise<void> {
    if (fileId === null) return;
    await call('analysisFile.edit', { fileId, change: fileRequest(form) });
    dataChanged();
    props.onDone();
  }
  return <OpeningOrder start={formOf(file.data)} act="casefile:save" onSave={save} onDone={props.onDone} />;
}

function OpeningOrder(props: {
  readonly start: FileForm;
  readonly act: string;
  readonly onSave: (form: FileForm) => Promise<void>;
  readonly onDone: () => void;
}): ReactElement {
  const t = useMessages();
  const [form, setForm] = useState<FileForm>(props.start);
  const { error, submit } = useAttempt();
  const missing = missingFields(form);
  const set = (change: Partial<FileForm>): void => setForm((before) => ({ ...before, ...change }));

  return (
    <form className="form" onSubmit={submit(() => props.onSave(form))}>
      <div className="form-grid">
        {TEXTS.map((name) => (
          <Field key={name} label={t(`casefile:field.${name}`)}>
            <input value={form[name]} onChange={(event) => set({ [name]: event.target.value })} />
          </Field>
        ))}
        <Field label={t('casefile:field.storageMonths')}>
          <input
            inputMode="numeric"
            value={form.storageMonths}
            onChange={(event) => set({ storageMonths: event.target.value })}
          />
        </Field>
        <Field label={t('casefile:field.reviewDate')}>
          <DateInput value={form.reviewDate} onChange={(reviewDate) => set({ reviewDate })} />
        </Field>
        <Field label={t('casefile:field.level')}>
          <select
            value={form.level}
            onChange={(event) => set({ level: event.target.value as FileForm['level'] })}
          >
            {CONFIDENTIALITY_LEVELS.map((level) => (
              <option key={level} value={level}>
                {t(`evidence:level.${level}`)}
              </option>
            ))}
          </select>
        </Field>
      </div>
      <Field label={t('casefile:field.purpose')}>
        <textarea rows={2} value={form.purpose} onChange={(event) => set({ purpose: event.target.value })} />
      </Field>
      <CheckList
        label={t('casefile:field.crimeAreas')}
        options={CRIME_AREAS}
        chosen={form.crimeAreas}
        name={(area) => t(`types:crimeArea.${area}`)}
        onChange={(crimeAreas) => set({ crimeAreas })}
      />
      <CheckList
        label={t('casefile:field.subjectCategories')}
        options={PERSON_STATUSES}
        chosen={form.subjectCategories}
        name={(status) => t(`types:status.${status}`)}
        onChange={(subjectCategories) => set({ subjectCategories })}
      />
      <CheckList
        label={t('casefile:field.handling')}
        options={HANDLING_CODES}
        chosen={form.handling}
        name={(code) => t(`evidence:handling.${code}`)}
        onChange={(handling) => set({ handling })}
      />
      <Field label={t('casefile:field.conditions')}>
        <textarea
          rows={2}
          value={form.conditions}
          onChange={(event) => set({ conditions: event.target.value })}
        />
      </Field>
      {error === null ? null : <p role="alert">{error}</p>}
      {missing.length === 0 ? null : (
        <p className="muted">
          {t('casefile:missing', { fields: missing.map((name) => t(`casefile:field.${name}`)).join(', ') })}
        </p>
      )}
      <div className="actions">
        <Button primary type="submit" disabled={missing.length > 0}>
          {t(props.act)}
        </Button>
        <Button onClick={props.onDone}>{t('casefile:cancel')}</Button>
      </div>
    </form>
  );
}
