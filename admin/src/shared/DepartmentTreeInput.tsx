import { FieldTitle, InputHelperText, useInput, useResourceContext, type Validator } from 'react-admin';
import { DepartmentPicker } from './DepartmentPicker.js';

interface Props {
  source: string;
  label?: string;
  validate?: Validator;
  isRequired?: boolean;
  /** Read by react-admin's filter form. */
  alwaysOn?: boolean;
  helperText?: string;
}

/** DepartmentPicker as an input of a form or a filter. */
export const DepartmentTreeInput = ({ source, label, validate, isRequired, helperText }: Props) => {
  const resource = useResourceContext();
  const { field, fieldState } = useInput({ source, validate });
  return (
    <DepartmentPicker
      label={<FieldTitle label={label} source={source} resource={resource} isRequired={isRequired} />}
      value={(field.value as string | null) || null}
      onChange={(id) => field.onChange(id ?? '')}
      onBlur={field.onBlur}
      error={fieldState.invalid}
      helperText={<InputHelperText error={fieldState.error?.message} helperText={helperText ?? false} />}
    />
  );
};
