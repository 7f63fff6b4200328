import { Autocomplete, TextField } from '@mui/material';
import { useInput, useTranslate } from 'react-admin';

const SEPARATORS = /[,;，；、]/;
const sound = (tags: string[] | null): string | undefined =>
  (tags ?? []).some((tag) => SEPARATORS.test(tag)) ? 'resources.people.help.no_comma' : undefined;

/** Words that audience rules can ask for. What has been typed counts also when the field is left. */
export const TagsInput = () => {
  const translate = useTranslate();
  const { field, fieldState } = useInput<string[]>({ source: 'tags', defaultValue: [], validate: sound });
  const value: string[] = field.value ?? [];
  return (
    <Autocomplete
      multiple
      freeSolo
      autoSelect
      options={[] as string[]}
      value={value}
      onChange={(_event, tags) =>
        field.onChange([...new Set(tags.map((tag) => tag.trim().toLowerCase()).filter(Boolean))].sort())
      }
      onBlur={field.onBlur}
      clearText={translate('common.clear')}
      renderInput={(params) => (
        <TextField
          {...params}
          label={translate('resources.people.fields.tags')}
          error={fieldState.invalid}
          helperText={translate(
            fieldState.invalid ? 'resources.people.help.no_comma' : 'resources.people.help.tags',
          )}
        />
      )}
    />
  );
};
