import { type ReactElement, useState } from 'react';
import type { AnalysisFile } from '../../contract/casefile.ts';
import { WRITTEN_SOURCE_KINDS } from '../../core/evidence/source-terms.ts';
import { Button, chooseFiles } from '../ui/index.ts';
import { call, dataChanged, runJob, uploadFile, useAttempt, useMessages } from '../workspace/index.ts';
import { SourceFormView } from './SourceFormView.tsx';
import { fieldsOf, formProblems, newForm, type SourceForm } from './source-form.ts';

interface Chosen {
  readonly path: string;
  readonly name: string;
}

/** A new source: its document is chosen or dropped, and kept before anything else is done with it. */
export function NewSource(props: {
  readonly file: AnalysisFile;
  readonly onDone: (sourceId: string | null) => void;
}): ReactElement {
  const t = useMessages();
  const { file } = props;
  const today = new Date().toISOString().slice(0, 10);
  const [form, setForm] = useState<SourceForm>(() => newForm(file.marking, file.tlp, today));
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const { error, busy, run, submit } = useAttempt();
  const problems = formProblems(form);

  function take(found: Chosen): void {
    setChosen(found);
    if (form.title === '') setForm({ ...form, title: found.name.replace(/\.[^.]+$/, '') });
  }
  async function choose(): Promise<void> {
    const [path] = await chooseFiles('open-files');
    if (path !== undefined) take({ path, name: path.split(/[\\/]/).at(-1) ?? path });
  }
  async function create(): Promise<void> {
    const kind = WRITTEN_SOURCE_KINDS.find((one) => one === form.kind) ?? 'document';
    const reference = form.reference.trim();
    const input = {
      fileId: file.id,
      kind,
      fields: fieldsOf(form, file.crimeAreas),
      ...(reference === '' ? {} : { reference }),
    };
    if (chosen === null) {
      const made = await call('source.create', input);
      dataChanged();
      props.onDone(made.sourceId);
      return;
    }
    const { jobId } = await call('source.createFrom', { ...input, path: chosen.path });
    const made = (await runJob(jobId)) as { sourceId: string };
    dataChanged();
    props.onDone(made.sourceId);
  }

  return (
    <form
      className="source-editor"
      onSubmit={submit(create)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const [dropped] = event.dataTransfer.files;
        if (dropped !== undefined)
          void run(async () => take({ path: await uploadFile(dropped), name: dropped.name }));
      }}
    >
      <div className="toolbar">
        <strong>{t('sources:new')}</strong>
        <Button onClick={() => void run(choose)}>{t('sources:chooseFile')}</Button>
        <span className="muted cut">{chosen === null ? t('sources:orDrop') : chosen.name}</span>
      </div>
      <SourceFormView form={form} crimeAreas={file.crimeAreas} onChange={setForm} />
      {error === null ? null : <p role="alert">{error}</p>}
      {problems.length === 0 ? null : (
        <p className="muted">{problems.map((one) => t(`sources:problem.${one}`)).join(' ')}</p>
      )}
      <div className="actions">
        <Button primary type="submit" disabled={busy || problems.length > 0}>
          {t('sources:create')}
        </Button>
        <Button onClick={() => props.onDone(null)}>{t('common:cancel')}</Button>
      </div>
    </form>
  );
}
