import type { SvgIconComponent } from '@mui/icons-material';
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import LockOutlined from '@mui/icons-material/LockOutlined';
import PlayCircleOutlined from '@mui/icons-material/PlayCircleOutlined';
import RadioButtonUncheckedOutlined from '@mui/icons-material/RadioButtonUncheckedOutlined';
import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { ItemProgress } from '../../providers/contract.js';
import { useFormat } from '../../shared/useFormat.js';
import { useText } from '../../shared/useLocale.js';

const ICONS: Record<ItemProgress['state'], SvgIconComponent> = {
  locked: LockOutlined,
  open: RadioButtonUncheckedOutlined,
  in_progress: PlayCircleOutlined,
  done: CheckCircleOutlined,
};

/** What is asked now, and how far the person is with each part. */
export const PathOutline = ({ items }: { items: ItemProgress[] }) => {
  const byKey = new Map(flat(items).map((item) => [item.key, item]));
  return <Level items={items} byKey={byKey} />;
};

const flat = (items: ItemProgress[]): ItemProgress[] => items.flatMap((item) => [item, ...flat(item.items)]);

const Level = ({ items, byKey }: { items: ItemProgress[]; byKey: Map<string, ItemProgress> }) => {
  const translate = useTranslate();
  const textIn = useText();
  const format = useFormat();
  const T = (key: string, options?: object) => translate(`resources.certification.${key}`, options);
  return (
    <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, '& ul': { pl: 3.5 } }}>
      {items.map((item) => {
        const Icon = ICONS[item.state];
        const waitsFor = item.waitsFor
          .flatMap((key) => byKey.get(key) ?? [])
          .map(({ title }) => textIn(title));
        const notes = [
          T(`item.kind.${item.kind}`),
          item.rule &&
            (item.rule === 'at_least'
              ? T('item.rule.at_least', { needed: item.needed, of: item.items.length })
              : T(`item.rule.${item.rule}`)),
          item.doneOn ? T('item.done_on', { day: format.day(item.doneOn) }) : T(`item.state.${item.state}`),
          waitsFor.length > 0 && T('item.waits_for', { items: waitsFor.join(translate('common.separator')) }),
        ].filter(Boolean);
        return (
          <li key={item.key}>
            <Box sx={{ display: 'flex', gap: 1, py: 0.5, alignItems: 'flex-start' }}>
              <Icon
                aria-hidden
                fontSize="small"
                sx={{ mt: 0.25, color: item.state === 'done' ? 'success.main' : 'text.secondary' }}
              />
              <Box>
                <Typography component="span" sx={{ fontWeight: item.kind === 'group' ? 600 : 450 }}>
                  {textIn(item.title)}
                </Typography>
                <Typography variant="body2" color="text.secondary">
                  {notes.join(' · ')}
                </Typography>
              </Box>
            </Box>
            {item.items.length > 0 && <Level items={item.items} byKey={byKey} />}
          </li>
        );
      })}
    </Box>
  );
};
