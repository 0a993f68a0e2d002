import { type ReactElement, useState } from 'react';
import type { AnalysisFile } from '../../contract/casefile.ts';
import type { Output } from '../../contract/index.ts';
import { Button } from '../ui/index.ts';
import { call, dataChanged, useAttempt, useMessages } from '../workspace/index.ts';
import { KeptFile } from './KeptFile.tsx';
import { SourceFormView } from './SourceFormView.tsx';
import { fieldsOf, formOf, formProblems, type SourceForm } from './source-form.ts';

/** One source of the register: changing it is one journalled act. */
export function SourceEditor(props: {
  readonly file: AnalysisFile;
  readonly source: Output<'source.get'>;
}): ReactElement {
  const t = useMessages();
  const { file, source } = props;
  const [form, setForm] = useState<SourceForm>(() => formOf(source));
  const { error, busy, submit } = useAttempt();
  const problems = formProblems(form);
  const isSame = JSON.stringify(form) === JSON.stringify(formOf(source));

  async function save(): Promise<void> {
    await call('source.change', {
      sourceId: source.id,
      reference: form.reference.trim(),
      kind: form.kind,
      fields: fieldsOf(form, file.crimeAreas),
    });
    dataChanged();
  }

  return (
    <form className="source-editor" onSubmit={submit(save)}>
      <KeptFile source={source} />
      <SourceFormView form={form} crimeAreas={file.crimeAreas} onChange={setForm} />
      {error === null ? null : <p role="alert">{error}</p>}
      {problems.length === 0 ? null : (
        <p className="muted">{problems.map((one) => t(`sources:problem.${one}`)).join(' ')}</p>
      )}
      <div className="actions">
        <Button primary type="submit" disabled={busy || isSame || problems.length > 0}>
          {t('sources:save')}
        </Button>
        <Button disabled={isSame} onClick={() => setForm(formOf(source))}>
          {t('sources:revert')}
        </Button>
      </div>
      {source.text === null ? null : <pre className="source-text">{source.text}</pre>}
    </form>
  );
}
