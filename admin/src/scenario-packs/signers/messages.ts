import { inBothLanguages } from '../../i18n/messages.js';

export const signerMessages = inBothLanguages({
  en: {
    signers: {
      name: 'Known signers',
      lead: 'Packs and numbers count only when somebody here vouches for the key they are signed with.',
      to_packs: 'To the packs',
      fingerprint: 'Fingerprint',
      others: 'Keys of others',
      first_seen: 'First seen %{instant}',
      packs: '%{smart_count} pack |||| %{smart_count} packs',
      empty: {
        title: 'No keys of others yet',
        text: 'A key appears here when a pack of it is imported, or when an administrator enters one that a partner handed over.',
      },
      own: {
        title: 'Your own key',
        text: 'Give the fingerprint to partners by another way than a pack, such as by telephone. The private half never leaves the server.',
        public_key: 'Public key',
        copy: 'Copy public key',
        none: 'There is no key yet. It is made with the first export, or now.',
        make: 'Make the key',
      },
      add: {
        button: 'Add a key',
        text: 'For a partner who handed you the public key in person or by another trusted way. Packs with it can be accepted from now on.',
        name: 'Name of the partner',
        publicKey: 'Public key',
        publicKey_help: '43 characters, as the partner copied it.',
        reason: 'How it was handed over',
        reason_help: 'Kept for good, at least three characters.',
        confirm: 'Add and trust',
        done: '%{name} is trusted',
      },
    },
  },
  zh: {
    signers: {
      name: '已知签名方',
      lead: '情景包和成绩数据，只有当这里有人为其签名密钥担保时才能使用。',
      to_packs: '查看情景包',
      fingerprint: '指纹',
      others: '其他单位的密钥',
      first_seen: '首次出现 %{instant}',
      packs: '%{smart_count} 个情景包',
      empty: {
        title: '还没有其他单位的密钥',
        text: '导入情景包后，其签名密钥会出现在这里；管理员也可以录入合作单位当面交付的公钥。',
      },
      own: {
        title: '本单位的密钥',
        text: '请通过电话等情景包以外的途径把指纹告知合作单位。私钥不会离开服务器。',
        public_key: '公钥',
        copy: '复制公钥',
        none: '尚无密钥。首次导出时自动生成，也可以现在生成。',
        make: '生成密钥',
      },
      add: {
        button: '录入公钥',
        text: '适用于合作单位当面或经其他可靠途径交付的公钥。录入后，用它签名的情景包即可接受。',
        name: '合作单位名称',
        publicKey: '公钥',
        publicKey_help: '43 个字符，与对方复制的一致。',
        reason: '交付方式',
        reason_help: '长期保存，至少三个字符。',
        confirm: '录入并信任',
        done: '已信任 %{name}',
      },
    },
  },
});
