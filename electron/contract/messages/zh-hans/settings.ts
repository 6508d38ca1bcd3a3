/** Simplified Chinese of `texts/settings.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/settings.ts';

export const settingUnitTexts: Translated<typeof english.settingUnitTexts> = {
  drainSeconds: '秒',
  dialTimeoutSeconds: '秒',
  halfCloseMinutes: '分钟',
  idleMinutes: '分钟',
  kilobytesPerSecondPerConnection: 'kB/s',
  kilobytesPerSecond: 'kB/s',
  endpointCheckMinutes: '分钟',
};

export const settingTexts: Translated<typeof english.settingTexts> = {
  drainSeconds: '连接或主机停止时，留给已打开的会话完成的时间；0：不等待',
  dialTimeoutSeconds: '等待终结点应答的时间',
  halfCloseMinutes: '一端已结束且没有数据传输的会话可保留的时间',
  idleMinutes: '没有数据传输的会话可保留的时间；0：永久',
  maxSessionsPerConnection: '单个连接的同时会话数',
  maxSessions: '所有连接合计的同时会话数',
  kilobytesPerSecondPerConnection: '单个连接的单向带宽；0：不限速',
  kilobytesPerSecond: '所有连接合计的单向带宽；0：不限速',
  endpointCheckMinutes: '检查终结点的间隔；0：不检查',
  proxyMode: '到 Azure 的代理从何处获取',
  proxyUrl: 'manual 模式使用的代理',
  proxyBypass: '不经代理直接连接的中继',
  extraCaFile: '包含中继所信任的其他 CA 的 PEM 文件；主机启动时读取',
  httpAddress: '主机应答监视请求的地址，例如 127.0.0.1:9464；主机启动时读取',
  azureCloud: '要登录的云；custom：由 azureAuthority、azureArm 和 azureRelaySuffix 指定的云',
  azureClientId: '用户登录所用应用的 ID；未设置时使用 Azure CLI 的公共应用',
  azureTenant: '用户登录的租户，GUID 或域名；未设置时可为任何组织的租户',
  azureAuthority: '自定义云的登录地址，例如 https://login.example.net',
  azureArm: '自定义云的 Azure 资源管理器，例如 https://management.example.net',
  azureRelaySuffix: '自定义云中命名空间主机名的后缀',
  updateMode: 'notify：每天检查一次新版本；off：从不检查',
  updateChannel: 'preview：也包括尚未稳定的版本',
  updateFeed: '你的组织自己的更新源所在文件夹，例如 https://updates.example.net/hcm/',
  logLevel: '日志记录的内容；主机启动时读取',
};

export const limitTexts: Translated<typeof english.limitTexts> = {
  maxSessions: '同时会话数',
  dialTimeoutSeconds: '等待终结点应答的时间',
  idleMinutes: '没有数据传输的会话可保留的时间；0：永久',
  halfCloseMinutes: '一端已结束且没有数据传输的会话可保留的时间',
  kilobytesPerSecond: '单向带宽；0：不限速',
};
