import { Alert, Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, TextField, Typography } from '@mui/material'; // prettier-ignore
import { useState, type FormEvent } from 'react';
import { useTranslate } from 'react-admin';
import { useRoom } from '../DrillRoom.js';
import { useWords } from '../useWords.js';

/** Words an inject another way for this run, in both languages; the original stands below. */
export const EditInject = ({ inject: key, onClose }: { inject: string; onClose: () => void }) => {
  const translate = useTranslate();
  const { stage, state, act } = useRoom();
  const { T, textIn } = useWords(stage);
  const inject = stage.msel?.find((one) => one.key === key);
  const [words, setWords] = useState(state.view.edits.get(key) ?? inject?.text ?? { zh: '', en: '' });
  if (!inject) return null;
  const { text: original } = inject;
  const hasGone = state.view.delivered.has(key);
  const isHeld = state.view.injectStates.get(key) === 'held';
  const isOriginal = words.zh === original.zh && words.en === original.en;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const text = { zh: words.zh.trim(), en: words.en.trim() };
    void act({ kind: 'edit_inject', inject: key, text }).then((isDone) => isDone && onClose());
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby="edit-inject">
      <form onSubmit={submit}>
        <DialogTitle id="edit-inject">{T('edit.title', { title: textIn(inject.title) })}</DialogTitle>
        <DialogContent>
          <Typography variant="body2" sx={{ mb: 1 }}>
            {T('edit.help')}
          </Typography>
          {hasGone ? (
            <Alert severity="warning" sx={{ mb: 2 }}>
              {T('edit.has_gone')}
            </Alert>
          ) : (
            inject.list !== 'deck' &&
            !isHeld && (
              <Alert severity="info" sx={{ mb: 2 }}>
                {T('edit.goes_out')}
              </Alert>
            )
          )}
          <Box sx={{ display: 'grid', columnGap: 2, gridTemplateColumns: { md: '1fr 1fr' } }}>
            {(['zh', 'en'] as const).map((language) => (
              <div key={language}>
                <TextField
                  required
                  multiline
                  minRows={5}
                  maxRows={14}
                  label={T(`edit.${language}`)}
                  value={words[language]}
                  onChange={(event) => setWords({ ...words, [language]: event.target.value })}
                  slotProps={{ htmlInput: { maxLength: 4000, lang: language === 'zh' ? 'zh-CN' : 'en' } }}
                />
                <Box component="details" sx={{ fontSize: 14, lineHeight: 1.6 }}>
                  <Box component="summary" sx={{ cursor: 'pointer' }}>
                    {T('edit.original')}
                  </Box>
                  <Box lang={language === 'zh' ? 'zh-CN' : 'en'} sx={{ whiteSpace: 'pre-line' }}>
                    {original[language]}
                  </Box>
                </Box>
              </div>
            ))}
          </Box>
        </DialogContent>
        <DialogActions>
          <Button disabled={isOriginal} onClick={() => setWords(original)} sx={{ mr: 'auto' }}>
            {T('edit.restore')}
          </Button>
          <Button onClick={onClose}>{translate('common.cancel')}</Button>
          <Button
            type="submit"
            variant="contained"
            disabled={hasGone || words.zh.trim() === '' || words.en.trim() === ''}
          >
            {T('edit.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
};
