import { type ReactElement, useState } from 'react';
import type { ImportSpecification } from '../../contract/import.ts';
import { Button, chooseFiles, safeName } from '../ui/index.ts';
import { call, problemOf, useMessages } from '../workspace/index.ts';
import type { FileWork } from './file-work.ts';
import { MenuButton } from './mapping/MenuButton.tsx';
import { withMapping } from './reading.ts';

/** The mapping by a name: kept in this vault, given to a colleague, or taken from one. */
export function SpecificationActions(props: {
  readonly specification: ImportSpecification;
  readonly onChange: FileWork['change'];
}): ReactElement {
  const t = useMessages();
  const [said, setSaid] = useState('');
  const { specification, onChange } = props;
  async function say(work: () => Promise<string>): Promise<void> {
    try {
      setSaid(await work());
    } catch (caught) {
      setSaid(problemOf(caught).message);
    }
  }
  async function save(): Promise<string> {
    const { id } = await call('specification.save', { specification });
    onChange((spec) => ({ ...spec, id }));
    return t('importcentre:saved');
  }
  async function give(): Promise<string> {
    const [path] = await chooseFiles('save-file', safeName(`${specification.name}.json`));
    if (path === undefined) return '';
    await call('specification.export', { specification, path });
    return t('importcentre:specification.given', { path });
  }
  async function take(): Promise<string> {
    const [path] = await chooseFiles('open-files');
    if (path === undefined) return '';
    const { specification: found } = await call('specification.import', { path });
    onChange((spec) => withMapping(spec, found));
    return t('importcentre:specification.taken', { name: found.name });
  }
  return (
    <>
      <input
        aria-label={t('importcentre:name')}
        title={specification.name}
        value={specification.name}
        onChange={(event) => {
          const name = event.target.value;
          onChange((spec) => ({ ...spec, name }));
        }}
      />
      <Button onClick={() => void say(save)}>{t('importcentre:save')}</Button>
      <MenuButton
        label="⋯"
        title={t('importcentre:specification.more')}
        items={[
          { id: 'give', label: t('importcentre:specification.give'), run: () => void say(give) },
          { id: 'take', label: t('importcentre:specification.take'), run: () => void say(take) },
        ]}
      />
      <span className="muted" role="status">
        {said}
      </span>
    </>
  );
}
