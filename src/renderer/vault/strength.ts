import { useEffect, useState } from 'react';
import type { PassphraseStrength } from '../../core/passphrase/policy.ts';

/** The word lists are large: nobody waits for them who only opens a vault. */
async function measure(passphrase: string, known: readonly string[]): Promise<PassphraseStrength> {
  const { passphraseStrength } = await import('../../core/passphrase/strength.ts');
  return passphraseStrength(passphrase, known);
}

interface Measured {
  readonly of: string;
  readonly strength: PassphraseStrength;
}

/** How hard what is being typed is to guess; null until it is known. `known` is what is no secret: names. */
export function useStrength(passphrase: string, known: readonly string[]): PassphraseStrength | null {
  const [measured, setMeasured] = useState<Measured | null>(null);
  const names = known.filter((name) => name !== '').join('\n');
  const of = `${names}\n\n${passphrase}`;
  useEffect(() => {
    let isWanted = true;
    if (passphrase === '') setMeasured(null);
    else
      void measure(passphrase, names.split('\n')).then((strength) => {
        if (isWanted) setMeasured({ of, strength });
      });
    return () => {
      isWanted = false;
    };
  }, [passphrase, names, of]);
  return measured?.of === of ? measured.strength : null;
}
