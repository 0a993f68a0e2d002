import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { call, useMessages } from '../workspace/index.ts';

/** The vaults opened before on this computer, newest first. */
export function useRecentVaults(): readonly string[] {
  const recent = useQuery({ queryKey: ['vault.recent'], queryFn: () => call('vault.recent', {}) });
  return recent.data?.paths ?? [];
}

export function RecentVaults(props: {
  readonly paths: readonly string[];
  readonly chosen: string;
  readonly onChoose: (path: string) => void;
}): ReactElement | null {
  const t = useMessages();
  if (props.paths.length === 0) return null;
  return (
    <ul className="gate-list" aria-label={t('casefile:vault.open.recent')}>
      {props.paths.slice(0, 5).map((path) => (
        <li key={path}>
          <button
            type="button"
            className="cut"
            title={path}
            aria-pressed={path === props.chosen}
            onClick={() => props.onChoose(path)}
          >
            {path.split(/[\\/]/).at(-1)} <span className="muted">{path}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
