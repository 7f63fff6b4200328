import SearchOffOutlined from '@mui/icons-material/SearchOffOutlined';
import { Title, useTranslate } from 'react-admin';
import { Notice } from './Notice.js';

/** An address that leads nowhere. */
export const NotFound = () => {
  const translate = useTranslate();
  return (
    <>
      <Title title={translate('common.no_page_title')} />
      <Notice
        icon={SearchOffOutlined}
        title={translate('common.no_page_title')}
        text={translate('common.no_page_text')}
      />
    </>
  );
};
