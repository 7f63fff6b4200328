import { Box, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { Text } from '../../providers/contract.js';

interface Props {
  /** `title` or `summary`. */
  name: 'title' | 'summary';
  value: Text;
  onChange: (value: Text) => void;
  /** Longer texts get more room. */
  multiline?: boolean;
}

/** A text in both languages, side by side. */
export const TextPair = ({ name, value, onChange, multiline = false }: Props) => {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'grid', gap: '0 16px', gridTemplateColumns: { sm: '1fr 1fr' } }}>
      {(['zh', 'en'] as const).map((language) => (
        <TextField
          key={language}
          label={translate(`programs_editor.${name}_${language}`)}
          value={value[language]}
          onChange={(event) => onChange({ ...value, [language]: event.target.value })}
          error={!value[language].trim()}
          multiline={multiline}
          minRows={multiline ? 2 : undefined}
          slotProps={{ htmlInput: { lang: language === 'zh' ? 'zh-CN' : 'en', maxLength: 500 } }}
        />
      ))}
    </Box>
  );
};
