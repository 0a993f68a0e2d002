import { IconArrowUp, IconFile, IconFolder, IconLock } from '@tabler/icons-react';
import { type ReactElement, useEffect, useState } from 'react';
import type { FileEntry } from '../../contract/files.ts';
import { call, language, problemOf, useMessages } from '../workspace/index.ts';
import { Button } from './Button.tsx';
import { type FilePurpose, useFileWish } from './choose-files.ts';
import { comparer } from './compare.ts';
import { DataTable } from './DataTable.tsx';
import { Dialog } from './Dialog.tsx';
import type { DataColumn } from './data-column.ts';
import { Field } from './Field.tsx';
import { formatInstant, formatNumber } from './format.ts';

const ICONS = { folder: IconFolder, file: IconFile, vault: IconLock } as const;
const TITLES = {
  'open-files': 'common:browser.openFiles',
  'open-folder': 'common:browser.openFolder',
  'save-file': 'common:browser.saveFile',
} as const;

interface Folder {
  readonly path: string;
  readonly parent: string | null;
  readonly entries: readonly FileEntry[];
}

function useFolder(): [Folder, string | null, (path: string) => void] {
  const [folder, setFolder] = useState<Folder>({ path: '', parent: null, entries: [] });
  const [error, setError] = useState<string | null>(null);
  const [wanted, setWanted] = useState('');
  useEffect(() => {
    let live = true;
    call('files.list', { path: wanted }).then(
      (found) => {
        if (!live) return;
        setFolder(found);
        setError(null);
      },
      (caught: unknown) => live && setError(problemOf(caught).message),
    );
    return () => {
      live = false;
    };
  }, [wanted]);
  return [folder, error, setWanted];
}

/** Folders first, each kind by name. */
function inOrder(entries: readonly FileEntry[]): readonly FileEntry[] {
  const compare = comparer(language());
  const rank = (entry: FileEntry): number => (entry.kind === 'file' ? 1 : 0);
  return [...entries].sort((one, other) => rank(one) - rank(other) || compare(one.name, other.name));
}

function columns(t: ReturnType<typeof useMessages>): DataColumn<FileEntry>[] {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [
    {
      id: 'name',
      label: t('common:browser.name'),
      width: 330,
      value: (entry) => entry.name,
      title: (entry) => entry.name,
      cell: (entry) => {
        const Glyph = ICONS[entry.kind];
        return (
          <span className="browser-name">
            <Glyph size={16} aria-hidden />
            {entry.name}
          </span>
        );
      },
    },
    {
      id: 'size',
      label: t('common:browser.size'),
      width: 110,
      numeric: true,
      value: (entry) => entry.size,
      cell: (entry) => (entry.kind === 'file' ? formatNumber(entry.size, language()) : ''),
    },
    {
      id: 'modified',
      label: t('common:browser.modified'),
      width: 180,
      value: (entry) => entry.modified,
      cell: (entry) => formatInstant(entry.modified, zone, language()),
    },
  ];
}

const join = (folder: string, name: string): string => {
  const separator = folder.includes('\\') ? '\\' : '/';
  return folder.endsWith(separator) ? folder + name : folder + separator + name;
};

function Browser(props: {
  readonly purpose: FilePurpose;
  readonly suggestedName: string;
  readonly onAnswer: (paths: readonly string[]) => void;
}): ReactElement {
  const t = useMessages();
  const { purpose, onAnswer } = props;
  const [folder, error, open] = useFolder();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [name, setName] = useState(props.suggestedName);
  const go = (path: string): void => {
    setChosen(new Set());
    open(path);
  };
  const select = (entry: FileEntry, add: boolean): void => {
    if (purpose === 'save-file' && entry.kind === 'file') setName(entry.name);
    if (purpose === 'open-folder' && entry.kind === 'file') return;
    if (purpose === 'open-files' && entry.kind === 'folder') return;
    setChosen(new Set(add && purpose === 'open-files' ? [...chosen, entry.path] : [entry.path]));
  };
  const openEntry = (entry: FileEntry): void => {
    if (entry.kind === 'folder') go(entry.path);
    else if (purpose !== 'save-file') onAnswer([entry.path]);
  };
  const replaces =
    purpose === 'save-file' &&
    folder.entries.some((entry) => entry.kind === 'file' && entry.name === name.trim());
  const answer =
    purpose === 'save-file'
      ? name.trim() === ''
        ? []
        : [join(folder.path, name.trim())]
      : purpose === 'open-folder' && chosen.size === 0
        ? [folder.path]
        : [...chosen];
  return (
    <Dialog title={t(TITLES[purpose])} onClose={() => onAnswer([])}>
      <div className="browser-path">
        <button
          type="button"
          className="icon-button"
          title={t('common:browser.up')}
          disabled={folder.parent === null}
          onClick={() => folder.parent !== null && go(folder.parent)}
        >
          <IconArrowUp size={16} aria-hidden />
        </button>
        <input
          key={folder.path}
          className="grow"
          aria-label={t('common:browser.path')}
          defaultValue={folder.path}
          onKeyDown={(event) => event.key === 'Enter' && go(event.currentTarget.value)}
        />
      </div>
      <div className="browser-list">
        <DataTable
          rows={inOrder(folder.entries)}
          columns={columns(t)}
          rowId={(entry) => entry.path}
          label={folder.path}
          selectedIds={chosen}
          onSelect={select}
          onOpen={openEntry}
        />
      </div>
      {error === null ? null : <p role="alert">{error}</p>}
      {purpose === 'save-file' ? (
        <Field label={t('common:browser.name')}>
          <input value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
      ) : null}
      {replaces ? <p className="warn">{t('common:browser.replaces')}</p> : null}
      <div className="button-row">
        <Button primary disabled={answer.length === 0} onClick={() => onAnswer(answer)}>
          {t(purpose === 'save-file' ? 'common:browser.save' : 'common:browser.choose')}
        </Button>
        <Button onClick={() => onAnswer([])}>{t('common:cancel')}</Button>
      </div>
    </Dialog>
  );
}

/** Stands once in the window; opens when `chooseFiles` asks and the host has no dialog of its own. */
export function FileBrowser(): ReactElement | null {
  const wish = useFileWish((state) => state.wish);
  if (wish === null) return null;
  return <Browser purpose={wish.purpose} suggestedName={wish.suggestedName} onAnswer={wish.answer} />;
}
