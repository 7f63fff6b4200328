import { Autocomplete, Box, TextField, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { Department } from '../providers/contract.js';
import { useDepartments } from './useDepartments.js';

interface Common {
  label: ReactNode;
  helperText?: ReactNode;
  error?: boolean;
  required?: boolean;
  /** Departments that cannot be chosen. */
  isDisabled?: (department: Department) => boolean;
  onBlur?: () => void;
}
interface One extends Common {
  multiple?: false;
  value: string | null;
  onChange: (id: string | null) => void;
}
interface Many extends Common {
  multiple: true;
  value: string[];
  onChange: (ids: string[]) => void;
}

/** Chooses one or several departments from the tree; typing searches names and paths. */
export const DepartmentPicker = (props: One | Many) => {
  const translate = useTranslate();
  const { departments, byId, isPending } = useDepartments();
  const chosen = props.multiple
    ? props.value.flatMap((id) => byId.get(id) ?? [])
    : (byId.get(props.value ?? '') ?? null);
  const change = (value: Department | Department[] | null) => {
    if (props.multiple) props.onChange((value as Department[]).map(({ id }) => id));
    else props.onChange((value as Department | null)?.id ?? null);
  };
  return (
    <Autocomplete<Department, boolean>
      multiple={props.multiple ?? false}
      options={departments}
      loading={isPending}
      value={chosen}
      onChange={(_event, value) => change(value as Department | Department[] | null)}
      onBlur={props.onBlur}
      isOptionEqualToValue={(option, value) => option.id === value.id}
      getOptionLabel={(department) => (props.multiple ? department.name : department.path)}
      getOptionKey={(department) => department.id}
      getOptionDisabled={props.isDisabled}
      filterOptions={(options, { inputValue }) => {
        const wanted = inputValue.trim().toLowerCase();
        const isShown = !props.multiple && chosen && !Array.isArray(chosen) && inputValue === chosen.path;
        return wanted && !isShown
          ? options.filter(({ path }) => path.toLowerCase().includes(wanted))
          : options;
      }}
      sx={{ minWidth: 200 }}
      disableCloseOnSelect={props.multiple}
      loadingText={translate('common.loading')}
      noOptionsText={translate('tree.none')}
      clearText={translate('tree.clear')}
      openText={translate('tree.placeholder')}
      closeText={translate('common.close')}
      renderOption={({ key, ...rest }, department) => (
        <Box
          component="li"
          key={key}
          {...rest}
          sx={{ pl: `${12 + department.depth * 18}px !important`, gap: 1 }}
        >
          <span>{department.name}</span>
          <Typography
            component="span"
            variant="caption"
            color="text.secondary"
            sx={{ ml: 'auto !important' }}
          >
            {department.peopleInSubtree}
          </Typography>
        </Box>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          label={props.label}
          placeholder={props.multiple ? translate('tree.search') : undefined}
          helperText={props.helperText}
          error={props.error}
          required={props.required}
        />
      )}
    />
  );
};
