import {
  type ClipboardEvent,
  type DragEvent,
  type ReactElement,
  useDeferredValue,
  useEffect,
  useState,
} from 'react';
import { chooseFiles, Empty } from '../ui/index.ts';
import { useAttempt, useDesk, useMessages } from '../workspace/index.ts';
import { BatchReports } from './BatchReports.tsx';
import { ClosedCard } from './ClosedCard.tsx';
import { type CentreItem, openCentre, removeItem, useCentre } from './centre.ts';
import { droppedPaths } from './dropped.ts';
import { FileCard } from './FileCard.tsx';
import { FileList } from './FileList.tsx';
import { HashOnlyChoice } from './HashOnlyDialog.tsx';
import { itemState } from './item-state.ts';
import { addFiles, addUnopened, expand } from './look.ts';
import { PasteDialog } from './PasteDialog.tsx';
import { pastedTable } from './pasted.ts';
import { enqueueRegister } from './queue.ts';
import { Toolbar } from './Toolbar.tsx';
import './import.css';
import './centre.css';

/** The import centre: choose or drop files and folders, look at what each is, try them, load them. */
export function ImportPanel(): ReactElement {
  const t = useMessages();
  const fileId = useDesk((desk) => desk.fileId);
  useEffect(() => {
    if (fileId !== null) openCentre(fileId);
  }, [fileId]);
  return fileId === null ? <Empty title={t('importcentre:noFile')} /> : <Centre fileId={fileId} />;
}

function Centre({ fileId }: { readonly fileId: string }): ReactElement {
  const t = useMessages();
  const { items, selected } = useCentre();
  const { error, run } = useAttempt();
  const [notes, setNotes] = useState<readonly string[]>([]);
  const [isPasting, setPasting] = useState(false);
  const [isShutting, setShutting] = useState(false);
  // A card with its preview is much to draw: the list answers first.
  const open = useDeferredValue(selected);
  const chosen = items.find(({ id }) => id === open);

  const add = (find: () => Promise<readonly string[]>): void =>
    void run(async () => {
      const { files, notes: told } = await expand(await find(), t);
      setNotes(told);
      await addFiles(files);
    });
  /** Chosen as what nobody may look at: the engine opens no file, not even to see what it is. */
  const addForbidden = (purpose: 'open-files' | 'open-folder'): void =>
    void run(async () => {
      const { files, notes: told } = await expand(await chooseFiles(purpose), t, true);
      setNotes(told);
      await enqueueRegister(addUnopened(files), 'forbidden');
    });
  function onDrop(event: DragEvent): void {
    event.preventDefault();
    const { dataTransfer } = event;
    add(() => droppedPaths(dataTransfer));
  }
  /** What is pasted into a field is meant for the field. */
  function onPaste(event: ClipboardEvent): void {
    if ((event.target as Element).closest('input, textarea, dialog') !== null) return;
    const text = event.clipboardData.getData('text/plain');
    if (text.trim() === '' && event.clipboardData.files.length === 0) return;
    event.preventDefault();
    const { clipboardData } = event;
    add(() => (text.trim() === '' ? droppedPaths(clipboardData) : pastedTable(text, t)));
  }

  return (
    <section
      className="panel import-centre"
      aria-label={t('importcentre:title')}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
      onPaste={onPaste}
    >
      <Toolbar onAdd={add} onPaste={() => setPasting(true)} onHashOnly={() => setShutting(true)} />
      {error === null ? null : <p role="alert">{error}</p>}
      {notes.map((note) => (
        <p key={note} className="notice">
          {note}
        </p>
      ))}
      {isPasting ? (
        <PasteDialog onClose={() => setPasting(false)} onText={(text) => add(() => pastedTable(text, t))} />
      ) : null}
      {isShutting ? <HashOnlyChoice onClose={() => setShutting(false)} onChoose={addForbidden} /> : null}
      {items.length === 0 ? <Beginning /> : <FileList items={items} selected={selected} />}
      {chosen === undefined ? null : <Card key={chosen.id} item={chosen} />}
      <BatchReports fileId={fileId} />
    </section>
  );
}

function Card({ item }: { readonly item: CentreItem }): ReactElement | null {
  const close = (): void => removeItem(item.id);
  if (item.file !== null && item.registered === null)
    return <FileCard item={item} file={item.file} onClose={close} />;
  return itemState(item) === 'looking' ? null : <ClosedCard item={item} onClose={close} />;
}

function Beginning(): ReactElement {
  const t = useMessages();
  return (
    <div className="centre-beginning">
      <Empty title={t('importcentre:empty.title')}>
        <p>{t('importcentre:empty.how')}</p>
      </Empty>
    </div>
  );
}
