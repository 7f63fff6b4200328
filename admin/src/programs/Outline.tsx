import AccountTreeOutlined from '@mui/icons-material/AccountTreeOutlined';
import CampaignOutlined from '@mui/icons-material/CampaignOutlined';
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined';
import { Box, Link, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link as RouterLink } from 'react-router';
import type { ProgramItem } from '../providers/contract.js';
import { useItemTitle } from './useItemTitle.js';
import { flat } from './editor/tree.js';

export const ICONS = { course: MenuBookOutlined, drill: CampaignOutlined, group: AccountTreeOutlined };

/** What a path asks for: a list whose numbers stand only where there is an order. */
export const Outline = ({ items }: { items: readonly ProgramItem[] }) => {
  const title = useItemTitle();
  const titles = new Map(flat(items).map((item) => [item.key, title(item)]));
  return <Level items={items} titles={titles} ordered={false} />;
};

interface LevelProps {
  items: readonly ProgramItem[];
  titles: ReadonlyMap<string, string>;
  ordered: boolean;
}

const Level = ({ items, titles, ordered }: LevelProps) => (
  <Box
    component={ordered ? 'ol' : 'ul'}
    sx={{ m: 0, pl: ordered ? 3 : 0, listStyle: ordered ? 'decimal' : 'none', display: 'grid', gap: 1.25 }}
  >
    {items.map((item) => (
      <Box component="li" key={item.key} sx={{ '&::marker': { fontWeight: 650 } }}>
        <Line item={item} titles={titles} />
        {item.kind === 'group' && (
          <Box sx={{ mt: 1.25, ml: 1.25, pl: 2, borderLeft: 2, borderColor: 'divider' }}>
            <Level items={item.items} titles={titles} ordered={item.rule === 'in_order'} />
          </Box>
        )}
      </Box>
    ))}
  </Box>
);

const Line = ({ item, titles }: { item: ProgramItem; titles: ReadonlyMap<string, string> }) => {
  const translate = useTranslate();
  const T = (key: string, values?: object) => translate(`resources.programs.${key}`, values);
  const Icon = ICONS[item.kind];
  const separator = translate('common.separator');
  const facts = [
    ...(item.kind === 'group'
      ? [T(`rule.${item.rule}`, { count: item.atLeast ?? 1, of: item.items.length })]
      : []),
    ...(item.kind === 'drill'
      ? [
          item.crisisTypes.length
            ? T('drill_types', {
                types: item.crisisTypes.map((type) => T(`crisis_type.${type}`)).join(separator),
              })
            : T('drill_any'),
          T(item.solo ? 'drill_solo' : 'drill_together'),
          ...(item.pass ? [T('drill_pass')] : []),
        ]
      : []),
  ];
  const name = titles.get(item.key) ?? '';
  return (
    <Box sx={{ display: 'inline-flex', gap: 1, alignItems: 'flex-start', verticalAlign: 'top' }}>
      <Icon
        fontSize="small"
        titleAccess={T(`kind.${item.kind}`)}
        sx={{ color: 'text.secondary', mt: '2px' }}
      />
      <Box>
        {item.kind === 'course' ? (
          <Link component={RouterLink} to={`/courses/${item.courseId}/show`}>
            {name}
          </Link>
        ) : (
          <Box component="span" sx={{ fontWeight: item.kind === 'group' ? 650 : 450 }}>
            {name}
          </Box>
        )}
        {facts.length > 0 && (
          <Typography component="span" variant="body2" color="text.secondary" sx={{ ml: 1 }}>
            {facts.join(' · ')}
          </Typography>
        )}
        {item.requires.length > 0 && (
          <Typography variant="body2" color="text.secondary">
            {T('opens_after', { titles: item.requires.map((key) => titles.get(key) ?? key).join(separator) })}
          </Typography>
        )}
      </Box>
    </Box>
  );
};
