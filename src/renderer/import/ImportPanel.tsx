import { type DragEvent, type ReactElement, useState } from 'react';
import type { Inspection } from '../../contract/import.ts';
import { Button, chooseFiles, Empty } from '../ui/index.ts';
import { call, uploadFile, useDesk, useMessages } from '../workspace/index.ts';
import { FileCard } from './FileCard.tsx';
import './import.css';

/** The import centre: choose or drop files, look at what each is, try it, load it. */
export function ImportPanel(): ReactElement {
  const t = useMessages();
  const fileId = useDesk((desk) => desk.fileId);
  const [cards, setCards] = useState<readonly Inspection[]>([]);
  const [errors, setErrors] = useState<readonly string[]>([]);
  if (fileId === null) return <Empty title={t('importcentre:noFile')} />;

  async function inspect(paths: readonly string[]): Promise<void> {
    setErrors([]);
    for (const path of paths) {
      try {
        const found = await call('import.inspect', { path, ...(fileId === null ? {} : { fileId }) });
        setCards((before) => [...before.filter((one) => one.path !== path), found]);
      } catch (caught) {
        setErrors((before) => [
          ...before,
          `${path}: ${caught instanceof Error ? caught.message : String(caught)}`,
        ]);
      }
    }
  }
  async function drop(event: DragEvent): Promise<void> {
    event.preventDefault();
    for (const file of event.dataTransfer.files) {
      try {
        await inspect([await uploadFile(file)]);
      } catch (caught) {
        setErrors((before) => [
          ...before,
          `${file.name}: ${caught instanceof Error ? caught.message : String(caught)}`,
        ]);
      }
    }
  }

  return (
    <section
      className="panel import-centre"
      aria-label={t('importcentre:title')}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => void drop(event)}
    >
      <div className="toolbar">
        <Button primary onClick={() => void chooseFiles('open-files').then(inspect)}>
          {t('importcentre:choose')}
        </Button>
        <span className="muted">{t('importcentre:orDrop')}</span>
      </div>
      {errors.map((error) => (
        <p key={error} role="alert">
          {error}
        </p>
      ))}
      {cards.length === 0 ? (
        <Empty title={t('importcentre:empty.title')}>
          <p>{t('importcentre:empty.how')}</p>
        </Empty>
      ) : null}
      {cards.map((card) => (
        <FileCard
          key={`${card.path} ${card.sha256}`}
          fileId={fileId}
          inspection={card}
          onClose={() => setCards((before) => before.filter((one) => one.path !== card.path))}
        />
      ))}
    </section>
  );
}
