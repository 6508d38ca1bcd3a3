/** Simplified Chinese of `texts/cli-azure.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/cli-azure.ts';

export const azureUsageTexts: Translated<typeof english.azureUsageTexts> = {
  login: '登录 Azure；使用密钥的连接不需要登录',
  noBrowser: '只显示地址，不打开浏览器',
  deviceCode: '此处没有浏览器时：在别处输入代码',
  servicePrincipal: '以具有此客户端 ID 的服务主体登录，使用 --secret 或 --certificate-file',
  identity: '以此计算机的托管标识登录',
  clientId: '用户登录所用应用的客户端 ID；与 --identity 一起使用时，为用户分配的标识的客户端 ID',
  secret: '服务主体的机密，- 表示标准输入；否则使用 HCM_AZURE_SECRET',
  secretFile: '从文件读取服务主体的机密',
  certificateFile: '包含服务主体的证书及其密钥的 PEM 文件',
  tenant: '租户的 GUID 或域名',
  cloud: 'public、china、usGovernment 或 custom',
  logout: '从此主机清除 Azure 帐户；Azure 中不会有任何更改',
  logoutAccount: '帐户的名称或 ID，如 hcm account list 所示',
  logoutAll: '全部帐户',
  account: '查看在此主机上登录的 Azure 帐户',
  accountList: '列出帐户',
  addSubscription: '订阅的名称或 ID：密钥取自 Azure',
  addGroup: '命名空间的资源组（也可用 -rg）',
  addNamespace: '混合连接的命名空间（也可用 -ns）',
  addEntra: '不使用密钥，以该帐户侦听（角色 Azure Relay Listener）',
  addRootKey: '也允许使用 RootManageSharedAccessKey 的密钥，它可在命名空间中执行任何操作',
};

export const azureSentenceTexts: Translated<typeof english.azureSentenceTexts> = {
  openBrowser: '在此计算机的浏览器中打开以下地址并登录：',
  openingBrowser: '正在打开浏览器。如果未打开，在浏览器中打开以下地址并登录：',
  browserFailed: '无法打开浏览器。手动打开该地址。',
  noBrowser: {
    display: '此处没有可显示浏览器的桌面：hcm login --device-code 不需要浏览器。',
    ssh: '当前通过 SSH 连接，而应答会返回到这台计算机：可在自己的计算机上完成 hcm login --device-code。',
  },
  chinaLacks: '此云没有用于中继的 Entra 角色：其中的连接用密钥侦听。',
  nobodyYet: '尚未登录 Azure。',
  useCode: '在任意浏览器中打开 {url}，输入代码 {code}。有效期至 {time}。',
  waiting: '正在等待登录。按 Ctrl+C 结束。',
  signedIn: '已登录为 {name}。用 hcm add 选择要添加的内容。',
  signedOut: '已注销 {name}。Azure 中没有任何更改。',
  noAccounts: '尚未登录 Azure。用 hcm login 登录。',
  secretSource: '通过标准输入 (--secret -)、用 --secret-file 或在 HCM_AZURE_SECRET 中提供机密。',
  promptSecret: '机密（不会显示）：',
  oneWay: '选择一种登录方式。',
  credential: '服务主体需要 --secret - 或 --secret-file，或 --certificate-file。',
  onlyService: '机密或证书须与 --service-principal 一起使用。',
  oneClient: '服务主体的客户端 ID 写在 --service-principal 之后。',
  allOfFour: '使用 --subscription 时，还需要 --resource-group、--namespace 和 --name。',
  chooseSubscription: '订阅（编号）：',
  chooseConnections: '选择哪些（例如 1,3-5；按 Enter 表示不选）：',
  looking: '正在 {name} 中查找混合连接。',
  noSubscriptions: '已登录的帐户均没有订阅。',
  noConnections: '{name} 中没有混合连接。',
  notAdded: '未添加任何内容。',
  pasteOrChoose: '连接字符串（不会显示；按 Enter 从 Azure 中选择）：',
};

export const azureObstacleTexts: Translated<typeof english.azureObstacleTexts> = {
  configured: '已在此处配置',
  noEndpoint: 'Azure 中没有终结点',
  unreadableEndpoint: '无法读取其终结点',
  noClientAuthorization: '不要求客户端授权',
  noKeyPermission: '此帐户无权读取其密钥',
  notAllowed: '此主机不得连接其终结点',
};

export const azureKindTexts: Translated<typeof english.azureKindTexts> = {
  user: '用户',
  servicePrincipal: '服务主体',
  managedIdentity: '托管标识',
};

export const azureHeadTexts: Translated<typeof english.azureHeadTexts> = {
  number: '#',
  account: '帐户',
  kind: '类型',
  tenant: '租户',
  cloud: '云',
  signIn: '登录',
  subscription: '订阅',
  id: 'ID',
  region: '区域',
  note: '备注',
};

export const azureSignInTexts: Translated<typeof english.azureSignInTexts> = {
  good: '有效',
  needed: '需重新登录',
};

export const azureCountTexts: Translated<typeof english.azureCountTexts> = {
  added: { one: '已添加 {count} 个连接。', other: '已添加 {count} 个连接。' },
};
