import type { ReactElement } from 'react';
import { Select } from '../ui/index.ts';
import { LANGUAGES, useMessages } from '../workspace/index.ts';
import { changeSettings, useSettings } from './settings.ts';

/** On the first screen, before anything else can be read. */
export function LanguageChoice(): ReactElement {
  const t = useMessages();
  const language = useSettings((settings) => settings.language);
  return (
    <Select
      value={language}
      choices={LANGUAGES.map((value) => ({ value, label: t(`common:language.${value}`) }))}
      label={t('common:languageLabel')}
      onChange={(value) => void changeSettings({ language: value })}
    />
  );
}
