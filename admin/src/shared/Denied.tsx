import LockOutlined from '@mui/icons-material/LockOutlined';
import { Title, useTranslate } from 'react-admin';
import { Notice } from './Notice.js';

/** Shown instead of a screen that this person may not open. */
export const Denied = () => {
  const translate = useTranslate();
  return (
    <>
      <Title title={translate('common.denied_title')} />
      <Notice
        icon={LockOutlined}
        title={translate('common.denied_title')}
        text={translate('common.denied_text')}
      />
    </>
  );
};
