import { Autocomplete, Box, Checkbox, FormControlLabel, MenuItem, TextField } from '@mui/material';
import { useTranslate } from 'react-admin';
import type { CrisisType, ProgramItem } from '../../providers/contract.js';
import { useText } from '../../shared/useLocale.js';
import { useCourseTitles } from '../useCourseTitles.js';
import { useItemTitle } from '../useItemTitle.js';
import { TextPair } from './TextPair.js';
import { mayRequire, type Items } from './tree.js';

const CRISIS_TYPES: readonly CrisisType[] = ['technical', 'content', 'trust', 'regulatory'];
const RULES = ['in_order', 'all', 'at_least'] as const;

interface Props {
  item: ProgramItem;
  items: Items;
  onChange: (part: Partial<ProgramItem>) => void;
}

/** What can be said of an item, by its kind; then what it waits for. */
export const ItemFields = ({ item, items, onChange }: Props) => (
  <Box sx={{ display: 'grid', gap: 0.5 }}>
    {item.kind === 'course' ? (
      <CourseField item={item} onChange={onChange} />
    ) : (
      <TextPair name="title" value={item.title} onChange={(title) => onChange({ title })} />
    )}
    {item.kind === 'drill' && <DrillFields item={item} onChange={onChange} />}
    {item.kind === 'group' && <GroupFields item={item} onChange={onChange} />}
    <Requires item={item} items={items} onChange={onChange} />
  </Box>
);

type Of<K extends ProgramItem['kind']> = {
  item: Extract<ProgramItem, { kind: K }>;
  onChange: (part: Partial<ProgramItem>) => void;
};

const CourseField = ({ item, onChange }: Of<'course'>) => {
  const translate = useTranslate();
  const textIn = useText();
  const { courses } = useCourseTitles();
  return (
    <TextField
      select
      label={translate('programs_editor.course')}
      value={courses.some(({ id }) => id === item.courseId) ? item.courseId : ''}
      onChange={(event) => onChange({ courseId: event.target.value } as Partial<ProgramItem>)}
      error={item.courseId === ''}
    >
      {courses.map((course) => (
        <MenuItem key={course.id} value={course.id} disabled={!course.publishedVersion}>
          {textIn(course.title)}
        </MenuItem>
      ))}
    </TextField>
  );
};

const DrillFields = ({ item, onChange }: Of<'drill'>) => {
  const translate = useTranslate();
  const T = (key: string) => translate(`programs_editor.${key}`);
  return (
    <>
      <Autocomplete
        multiple
        disableCloseOnSelect
        options={CRISIS_TYPES}
        value={item.crisisTypes as CrisisType[]}
        onChange={(_event, crisisTypes) => onChange({ crisisTypes } as Partial<ProgramItem>)}
        getOptionLabel={(type) => translate(`resources.programs.crisis_type.${type}`)}
        clearText={translate('common.clear')}
        openText={translate('common.open')}
        closeText={translate('common.close')}
        renderInput={(params) => (
          <TextField {...params} label={T('crisis_types')} helperText={T('crisis_types_help')} />
        )}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
        {(['solo', 'pass'] as const).map((name) => (
          <FormControlLabel
            key={name}
            label={T(name)}
            control={
              <Checkbox
                checked={item[name]}
                onChange={(_event, on) => onChange({ [name]: on } as Partial<ProgramItem>)}
              />
            }
          />
        ))}
      </Box>
    </>
  );
};

const GroupFields = ({ item, onChange }: Of<'group'>) => {
  const translate = useTranslate();
  const T = (key: string) => translate(`programs_editor.${key}`);
  const choose = (rule: (typeof RULES)[number]) =>
    onChange({ rule, atLeast: rule === 'at_least' ? (item.atLeast ?? 1) : null } as Partial<ProgramItem>);
  return (
    <Box sx={{ display: 'grid', gap: '0 16px', gridTemplateColumns: { sm: '1fr 1fr' } }}>
      <TextField
        select
        label={T('rule')}
        value={item.rule}
        onChange={(event) => choose(event.target.value as (typeof RULES)[number])}
      >
        {RULES.map((rule) => (
          <MenuItem key={rule} value={rule}>
            {T(`rules.${rule}`)}
          </MenuItem>
        ))}
      </TextField>
      {item.rule === 'at_least' && (
        <TextField
          type="number"
          label={T('at_least')}
          value={item.atLeast || ''}
          onChange={(event) => onChange({ atLeast: Number(event.target.value) } as Partial<ProgramItem>)}
          slotProps={{ htmlInput: { min: 1, max: Math.max(1, item.items.length) } }}
        />
      )}
    </Box>
  );
};

const Requires = ({ item, items, onChange }: Props) => {
  const translate = useTranslate();
  const titleOf = useItemTitle();
  const T = (key: string) => translate(`programs_editor.${key}`);
  const possible = mayRequire(items, item.key);
  if (possible.length === 0 && item.requires.length === 0) return null;
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      options={possible}
      value={possible.filter(({ key }) => item.requires.includes(key))}
      onChange={(_event, chosen) => onChange({ requires: chosen.map(({ key }) => key) })}
      isOptionEqualToValue={(option, one) => option.key === one.key}
      getOptionKey={({ key }) => key}
      getOptionLabel={(one) => titleOf(one) || T('untitled')}
      clearText={translate('common.clear')}
      openText={translate('common.open')}
      closeText={translate('common.close')}
      renderInput={(params) => <TextField {...params} label={T('requires')} />}
    />
  );
};
