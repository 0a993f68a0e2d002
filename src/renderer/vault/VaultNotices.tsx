import { IconX } from '@tabler/icons-react';
import { type ReactElement, useState } from 'react';
import type { VaultNotice } from '../../contract/vault.ts';
import { useMessages } from '../workspace/index.ts';

/** The same notice in another language is no new one. */
const about = ({ code, params }: VaultNotice): string => JSON.stringify([code, params]);

/** What the person must know of the open vault, until it is put away: a repaired key file, a new schema, no backup. */
export function VaultNotices({ notices }: { readonly notices: readonly VaultNotice[] }): ReactElement | null {
  const t = useMessages();
  const [read, setRead] = useState<readonly string[]>([]);
  const left = notices.filter((notice) => !read.includes(about(notice)));
  if (left.length === 0) return null;
  return (
    <div className="vault-notices" role="alert">
      {left.map((notice) => (
        <p key={notice.code}>
          <span className="grow">{notice.message}</span>
          <button
            type="button"
            className="icon-button"
            title={t('common:close')}
            onClick={() => setRead([...read, about(notice)])}
          >
            <IconX size={14} aria-hidden />
          </button>
        </p>
      ))}
    </div>
  );
}
