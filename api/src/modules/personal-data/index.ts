export { NoticeImport } from './notice/notice-import.js';
export { checkNotice } from './notice/notice-file.js';
export { PersonalDataModule } from './personal-data.module.js';
