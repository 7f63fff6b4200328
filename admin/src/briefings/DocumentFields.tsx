import { Box, Button, Radio, TextField, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import {
  isOptional,
  newCheck,
  nothing,
  PARTS,
  type Check,
  type DocumentDraft,
  type Said,
} from './document.js';

interface Props {
  document: DocumentDraft;
  onChange: (document: DocumentDraft) => void;
}

/** What is said, in both languages side by side. */
export const DocumentFields = ({ document, onChange }: Props) => {
  const translate = useTranslate();
  const T = (key: string, options?: object) => translate(`briefings.${key}`, options);
  const setCheck = (n: number, check: Check | null) =>
    onChange({ ...document, checks: document.checks.flatMap((one, i) => (i === n ? (check ?? []) : one)) });
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      {PARTS.map((part) => (
        <Both
          key={part}
          label={T(isOptional(part) ? 'part_optional' : 'part_required', { part: T(`part.${part}`) })}
          isOptional={isOptional(part)}
          value={document[part]}
          rows={part === 'title' ? 1 : 3}
          onChange={(value) => onChange({ ...document, [part]: value })}
        />
      ))}
      {document.checks.map((check, n) => (
        // A question has no id of its own; its place is what it is called by.
        // oxlint-disable-next-line react/no-array-index-key
        <Box key={n} component="fieldset" sx={{ border: 1, borderColor: 'divider', borderRadius: 1.5, p: 2 }}>
          <Typography component="legend" variant="subtitle2">
            {T('check', { n: n + 1 })}
          </Typography>
          <Box sx={{ display: 'grid', gap: 1.5 }}>
            <Both
              label={T('prompt')}
              value={check.prompt}
              rows={1}
              onChange={(prompt) => setCheck(n, { ...check, prompt })}
            />
            {check.options.map((option, index) => (
              // oxlint-disable-next-line react/no-array-index-key
              <Box key={index} sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
                <Radio
                  checked={check.correct === index}
                  onChange={() => setCheck(n, { ...check, correct: index })}
                  slotProps={{ input: { 'aria-label': T('is_right', { n: index + 1 }) } }}
                />
                <Box sx={{ flex: 1 }}>
                  <Both
                    label={T('option', { n: index + 1 })}
                    value={option}
                    rows={1}
                    onChange={(value) =>
                      setCheck(n, {
                        ...check,
                        options: check.options.map((one, i) => (i === index ? value : one)),
                      })
                    }
                  />
                </Box>
              </Box>
            ))}
            <Box sx={{ display: 'flex', gap: 1 }}>
              {check.options.length < 4 && (
                <Button
                  size="small"
                  onClick={() => setCheck(n, { ...check, options: [...check.options, nothing()] })}
                >
                  {T('add_option')}
                </Button>
              )}
              <Button size="small" color="error" onClick={() => setCheck(n, null)}>
                {T('remove_check')}
              </Button>
            </Box>
          </Box>
        </Box>
      ))}
      {document.checks.length < 3 && (
        <Box>
          <Button onClick={() => onChange({ ...document, checks: [...document.checks, newCheck()] })}>
            {T('add_check')}
          </Button>
        </Box>
      )}
    </Box>
  );
};

interface BothProps {
  label: string;
  value: Said;
  rows: number;
  isOptional?: boolean;
  example?: Said;
  onChange: (value: Said) => void;
}
export const Both = ({ label, value, rows, isOptional: isLeftOut = false, example, onChange }: BothProps) => {
  const translate = useTranslate();
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' } }}>
      {(['zh', 'en'] as const).map((language) => (
        <TextField
          key={language}
          label={translate(`briefings.in_${language}`, { what: label })}
          value={value[language]}
          required={!isLeftOut}
          fullWidth
          placeholder={example?.[language]}
          margin="none"
          multiline={rows > 1}
          minRows={rows}
          onChange={({ target }) => onChange({ ...value, [language]: target.value })}
        />
      ))}
    </Box>
  );
};
