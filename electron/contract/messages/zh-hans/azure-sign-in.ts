/** Simplified Chinese of `texts/azure-sign-in.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/azure-sign-in.ts';

export const azureSignInPanelTexts: Translated<typeof english.azureSignInPanelTexts> = {
  title: '登录以查看你的混合连接。',
  again: '{name} 必须重新登录。',
  another: '使用其他帐户登录。',
  signIn: '登录',
  deviceCode: '在其他设备上使用代码',
  back: '返回',
  moreOptions: '更多选项',
  signInAs: '登录身份',
  tenant: '租户',
  tenantHint: 'GUID 或域。留空表示任何组织。',
  tenantNeeded: '服务主体所属租户的 GUID 或域。',
  tenantWrong: '输入 GUID 或域，例如 contoso.com。',
  cloud: '云',
  cloudAsSet: '按照设置',
  clientId: '客户端 ID',
  clientIdHint: '仅用于用户分配的标识。',
  clientIdWrong: '输入 GUID。',
  credential: '登录凭据',
  secret: '机密',
  secretMissing: '输入机密。',
  certificate: '证书',
  certificateMissing: '选择文件。',
  certificateFile: '包含证书及其私钥的 PEM 文件',
  chooseFile: '选择文件…',
  fileTooLarge: '对于证书而言，此文件过大。',
  fileUnreadable: '无法读取此文件。',
  keyStays: '它加密保存在此主机上，以后不再显示。',
};

export const azureWaitingTexts: Translated<typeof english.azureWaitingTexts> = {
  starting: '正在开始登录…',
  browser: '在浏览器中完成登录。',
  browserHint: '浏览器会打开一个页面，登录后此处会自动继续。没有打开页面？在此计算机的浏览器中打开其地址。',
  openAgain: '重新打开页面',
  copyAddress: '复制其地址',
  device: '在任意设备上打开此页面并输入代码：',
  openHere: '在此处打开',
  address: '地址',
  code: '代码',
  minutesLeft: { one: '还有 {count} 分钟有效。', other: '还有 {count} 分钟有效。' },
  lastMinute: '有效时间不足一分钟。',
  none: '正在登录…',
  cancel: '取消登录',
};

export const azureAccountKindTexts: Translated<typeof english.azureAccountKindTexts> = {
  user: '用户',
  servicePrincipal: '服务主体',
  managedIdentity: '托管标识',
};

export const azureCloudTexts: Translated<typeof english.azureCloudTexts> = {
  public: 'Azure',
  china: 'Azure 中国（世纪互联）',
  usGovernment: 'Azure 美国政府版',
  custom: '自定义云',
};

export const azurePickerTexts: Translated<typeof english.azurePickerTexts> = {
  loadingAccounts: '正在加载帐户…',
  account: '帐户',
  change: '更改',
  anotherAccount: '其他帐户…',
  accounts: '帐户…',
  subscription: '订阅',
  choose: '选择订阅…',
  loading: '正在加载订阅…',
  none: '此帐户没有订阅。选择其他帐户。',
  noMatch: '没有匹配的订阅。',
  signIn: '登录',
  tryAgain: '重试',
  problem: '{name}：{title}。',
  unnamed: '一个目录',
};

export const azurePickerCountTexts: Translated<typeof english.azurePickerCountTexts> = {
  more: { one: '还有 {count} 个。输入文字查找。', other: '还有 {count} 个。输入文字查找。' },
  problems: { one: '有 {count} 个目录无法读取。', other: '有 {count} 个目录无法读取。' },
};

export const azureAccountTexts: Translated<typeof english.azureAccountTexts> = {
  title: 'Azure 帐户',
  hint: '帐户用于在 Azure 中选择和更改内容。使用密钥的连接无需帐户即可运行。',
  none: '尚未登录任何 Azure 帐户。',
  needsSignIn: '重新登录',
  mustSignIn: 'Azure 要求重新登录。',
  signOut: '注销',
  signOutOf: '注销 {name}',
  signInAgainAs: '以 {name} 的身份重新登录',
  signedOut: '已注销 {name}。',
  since: '自 {time} 起',
  add: '添加帐户',
};
