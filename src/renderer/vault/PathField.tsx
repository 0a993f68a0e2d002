import type { ReactElement } from 'react';
import { Button, chooseFiles, Field, type FilePurpose } from '../ui/index.ts';
import { useMessages } from '../workspace/index.ts';

/** The vault's folder: typed, or chosen in the folder browser. */
export function PathField(props: {
  readonly path: string;
  readonly purpose: FilePurpose;
  readonly suggestedName?: string;
  readonly onChange: (path: string) => void;
}): ReactElement {
  const t = useMessages();
  const choose = async (): Promise<void> => {
    const [path] = await chooseFiles(props.purpose, props.suggestedName);
    if (path !== undefined) props.onChange(path);
  };
  return (
    <div className="path-field">
      <Field label={t('casefile:vault.create.path')}>
        <span className="path-row">
          <input value={props.path} onChange={(event) => props.onChange(event.target.value)} />
          <Button onClick={() => void choose()}>{t('casefile:vault.open.browse')}</Button>
        </span>
      </Field>
    </div>
  );
}
