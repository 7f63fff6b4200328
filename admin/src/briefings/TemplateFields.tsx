import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  MenuItem,
  TextField,
  Typography,
} from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import type { BriefingTemplate } from '../providers/contract.js';
import type { ReadyroomDataProvider } from '../providers/dataProvider.js';
import { useText } from '../shared/useLocale.js';
import { nothing, type Filling } from './document.js';
import { Both } from './DocumentFields.js';

interface ChoiceProps {
  value: BriefingTemplate | null;
  /** What is written would be lost. */
  isEdited: boolean;
  onChange: (template: BriefingTemplate | null) => void;
}

/** What to begin with: one of the templates, or an empty page. */
export const TemplateChoice = ({ value, isEdited, onChange }: ChoiceProps) => {
  const translate = useTranslate();
  const textIn = useText();
  const api = useDataProvider<ReadyroomDataProvider>();
  const [asked, setAsked] = useState<{ template: BriefingTemplate | null } | null>(null);
  const T = (key: string, options?: object) => translate(`briefings.${key}`, options);
  const { data } = useQuery({
    queryKey: ['briefing-templates'],
    queryFn: ({ signal }) => api.listBriefingTemplates(signal),
    staleTime: 300_000,
  });
  const templates = data?.items ?? [];
  const choose = (id: string) => {
    const template = templates.find((one) => one.id === id) ?? null;
    if (isEdited) setAsked({ template });
    else onChange(template);
  };
  return (
    <>
      <TextField
        select
        fullWidth
        margin="none"
        label={T('template')}
        value={data ? (value?.id ?? '') : ''}
        onChange={({ target }) => choose(target.value)}
        helperText={value ? textIn(value.when) : T('template_help')}
        slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
      >
        <MenuItem value="">{T('template_none')}</MenuItem>
        {templates.map((template) => (
          <MenuItem key={template.id} value={template.id}>
            {textIn(template.name)}
          </MenuItem>
        ))}
      </TextField>
      <Dialog open={asked !== null} onClose={() => setAsked(null)} aria-labelledby="template-title">
        <DialogTitle id="template-title">{T('template_replace')}</DialogTitle>
        <DialogContent>
          <Typography>{T('template_replace_text')}</Typography>
        </DialogContent>
        <DialogActions>
          <Button onClick={() => setAsked(null)}>{translate('ra.action.cancel')}</Button>
          <Button
            variant="contained"
            onClick={() => {
              onChange(asked?.template ?? null);
              setAsked(null);
            }}
          >
            {T('template_replace_yes')}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  );
};

interface GapsProps {
  gaps: readonly string[];
  template: BriefingTemplate | null;
  filling: Filling;
  onChange: (filling: Filling) => void;
}

/** One line for each gap: once where a value serves both languages, else twice. */
export const GapFields = ({ gaps, template, filling, onChange }: GapsProps) => {
  const textIn = useText();
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      {gaps.map((key) => {
        const placeholder = template?.placeholders.find((one) => one.key === key);
        const label = placeholder ? textIn(placeholder.label) : key;
        const value = filling[key] ?? nothing();
        const set = (said: { zh: string; en: string }) => onChange({ ...filling, [key]: said });
        if (placeholder?.plain)
          return (
            <TextField
              key={key}
              label={label}
              value={value.zh}
              required
              margin="none"
              placeholder={textIn(placeholder.example)}
              onChange={({ target }) => set({ zh: target.value, en: target.value })}
              sx={{ maxWidth: { md: 'calc(50% - 6px)' } }}
            />
          );
        return (
          <Both
            key={key}
            label={label}
            value={value}
            rows={1}
            example={placeholder?.example}
            onChange={set}
          />
        );
      })}
    </Box>
  );
};
