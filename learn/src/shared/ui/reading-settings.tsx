import { useState } from 'preact/hooks';
import { useI18n } from '../i18n/i18n.js';
import { chooseLanguage } from '../session/session.js';
import { setTextSize, textSize, TEXT_SIZES, type TextSize } from '../text-size.js';
import { ChoiceBar } from './choice-bar.js';

export function LanguageChoice() {
  const { t, locale } = useI18n();
  return (
    <ChoiceBar
      legend={t.profile.language}
      value={locale}
      options={[
        { value: 'zh-CN', label: '中文', lang: 'zh-CN' },
        { value: 'en', label: 'English', lang: 'en' },
      ]}
      onChange={(next) => void chooseLanguage(next)}
    />
  );
}

export function TextSizeChoice() {
  const { t } = useI18n();
  const [size, setSize] = useState<TextSize>(textSize);
  return (
    <ChoiceBar
      legend={t.profile.textSize}
      value={size}
      options={(Object.keys(TEXT_SIZES) as TextSize[]).map((value) => ({
        value,
        label: t.profile.sizes[value],
      }))}
      onChange={(next) => {
        setTextSize(next);
        setSize(next);
      }}
    />
  );
}
