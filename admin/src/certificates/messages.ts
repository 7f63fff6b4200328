import { inBothLanguages } from '../i18n/messages.js';

export const certificateMessages = inBothLanguages({
  en: {
    resources: {
      certificates: {
        name: 'Certificate |||| Certificates',
        fields: {
          q: 'Name, number or code',
          name: 'Name',
          employeeNo: 'Number',
          departmentPath: 'Department',
          course: 'Course',
          courseId: 'Course',
          tier: 'Tier',
          issuedAt: 'Issued',
          state: 'State',
          code: 'Code',
          document: 'Document',
        },
        state: { valid: 'Valid', revoked: 'Revoked' },
        version: 'version %{number}',
        pdf_zh: 'PDF in Chinese',
        pdf_en: 'PDF in English',
        verify: 'Public check',
        revoke: 'Revoke',
        revoke_title: 'Revoke the certificate of %{name}?',
        revoke_text:
          'The public check will show it as revoked from now on. The completion itself stays. This cannot be undone.',
        reason: 'Reason',
        reason_help: 'Kept with the certificate, at least three characters.',
        revoked: 'The certificate is revoked.',
        empty: {
          title: 'No certificates yet',
          text: 'Whoever completes a course gets one here, with a code that anybody can check.',
        },
      },
    },
  },
  zh: {
    resources: {
      certificates: {
        name: '证书',
        fields: {
          q: '姓名、工号或证书编号',
          name: '姓名',
          employeeNo: '工号',
          departmentPath: '部门',
          course: '课程',
          courseId: '课程',
          tier: '层级',
          issuedAt: '颁发时间',
          state: '状态',
          code: '证书编号',
          document: '文件',
        },
        state: { valid: '有效', revoked: '已撤销' },
        version: '第 %{number} 版',
        pdf_zh: '中文 PDF',
        pdf_en: '英文 PDF',
        verify: '公开查验',
        revoke: '撤销',
        revoke_title: '撤销 %{name} 的证书？',
        revoke_text: '公开查验页会立即显示“已撤销”。完成记录保留。此操作无法恢复。',
        reason: '原因',
        reason_help: '与证书一同保存，至少三个字符。',
        revoked: '证书已撤销。',
        empty: { title: '还没有证书', text: '完成课程的人会在这里得到证书，任何人都可以凭编号查验。' },
      },
    },
  },
});
