/** Simplified Chinese of `texts/status.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/status.ts';

export const azureWordTexts: Translated<typeof english.azureWordTexts> = {
  connected: '已连接',
  connecting: '正在连接',
  notConnected: '未连接',
  unauthorized: '未授权',
  notFound: '未找到',
  blockedByPolicy: '被策略阻止',
  keyNeeded: '需要密钥',
  cantStart: '无法启动',
  stopping: '正在停止',
  stopped: '已停止',
  discontinued: '已停用',
  unknown: '未知',
};

export const endpointWordTexts: Translated<typeof english.endpointWordTexts> = {
  reachable: '可访问',
  unreachable: '无法访问',
  checking: '正在检查',
  notChecked: '未检查',
};

export const azureLineTexts: Translated<typeof english.azureLineTexts> = {
  thisHostOnly: '仅此主机',
  toAzureOnly: '仅连通到 Azure',
  endpointNotChecked: '终结点尚未检查',
  connecting: '正在打开通道',
  retryAt: '{time} 后重试，第 {attempt} 次',
  retrying: '正在重试，第 {attempt} 次',
  retryingAtFirst: '正在重试',
  unauthorized: 'Azure 拒绝了密钥',
  notFound: '在 Azure 中已删除或重命名',
  blockedByPolicy: '终结点不在允许列表中',
  keyNeeded: '无法在此读取密钥',
  cantStart: '缺少必需的内容',
  stopping: '正在收尾',
  stopped: '{time} 起',
  discontinued: '2018 年 5 月 31 日终止支持',
  unknown: '最后获知于 {time}',
};

export const otherHostTexts: Translated<typeof english.otherHostTexts> = {
  one: '此主机和其他 {count} 台',
  other: '此主机和其他 {count} 台',
};

export const sessionsFinishingTexts: Translated<typeof english.sessionsFinishingTexts> = {
  one: '{count} 个会话正在收尾',
  other: '{count} 个会话正在收尾',
};

export const sessionsFinishingInTexts: Translated<typeof english.sessionsFinishingInTexts> = {
  one: '{count} 个会话正在收尾，剩余 {time}',
  other: '{count} 个会话正在收尾，剩余 {time}',
};

export const problemLineTexts: Translated<typeof english.problemLineTexts> = {
  HCM1050: '无法使用 CA 文件',
  HCM2004: '无网络',
  HCM2010: '证书不受信任',
  HCM2011: '证书名称不符',
  HCM2012: '证书不在有效期内',
  HCM2013: '无法建立 TLS',
  HCM2014: '应答方不是中继',
  HCM2020: 'Azure 拒绝了密钥',
  HCM2021: '命名空间阻止此地址',
  HCM2022: '密钥缺少权限',
  HCM2023: '在 Azure 中已删除或重命名',
  HCM2024: 'WebSocket 无法通过',
  HCM2060: '无法解析代理名称',
  HCM2061: '代理拒绝了连接',
  HCM2062: '代理没有应答',
  HCM2063: '无法访问代理',
  HCM2064: '代理拒绝转发',
  HCM2065: '代理要求登录',
  HCM2066: '代理要求其他登录方式',
  HCM2067: '代理拒绝了登录',
  HCM2068: '应答方不是代理',
  HCM2069: '代理无法访问 Azure',
  HCM2070: '代理设置无法使用',
  HCM2071: '不支持 SOCKS',
  HCM2072: '与代理的 TLS 失败',
  HCM2073: 'TLS 在途中被解密',
  HCM2029: ['时钟偏差 {skewMinutes} 分钟', '时钟有偏差'],
  HCM2041: 'Azure 中没有终结点',
  HCM2042: '无法读取 Azure 中的终结点',
  HCM3101: '名称无法解析',
  HCM3102: '连接被拒绝',
  HCM3103: '没有路由',
  HCM3104: ['{seconds} 秒内没有应答', '没有应答'],
  HCM3105: '无法访问',
  HCM3106: '此主机不允许',
  HCM3107: '打开的文件过多',
  HCM4010: '无法在此读取密钥',
  HCM6004: '帐户必须重新登录',
  HCM6014: '帐户未登录',
  HCM6070: '缺少角色 Azure Relay Listener',
  HCM6071: 'Azure 拒绝了令牌',
  HCM4011: '无法使用密钥文件',
};

export const notCheckedLineTexts: Translated<typeof english.notCheckedLineTexts> = {
  stopped: '已停止',
  blockedByPolicy: '被策略阻止',
  discontinued: '已停用',
  notYet: '尚未检查',
};

export const azureTooltipTexts: Translated<typeof english.azureTooltipTexts> = {
  connected: 'Azure 将会话传送到此主机，终结点有应答。',
  connecting: '此主机正在打开到 Azure 的通道。',
  notConnected: ['无法访问 Azure：{problem}。此主机会自动重试。', '无法访问 Azure。此主机会自动重试。'],
  unauthorized: 'Azure 拒绝了 {name} 的密钥。密钥可能已重新生成。粘贴新密钥。',
  notFound: 'Azure 的 {host} 中没有混合连接 {name}。',
  blockedByPolicy: '组织的策略不允许 {name}。',
  keyNeeded: '无法在此帐户或计算机上读取存储的密钥。重新粘贴密钥。',
  cantStart: ['{name} 无法启动：{problem}。', '{name} 无法启动。'],
  stopping: '不再接受新会话；已打开的会话可以完成。',
  stopped: '已在此主机上停止。其他主机不受影响。',
  discontinued: 'BizTalk 混合连接已终止支持。',
  unknown: '后台主机没有应答，因此状态未知。',
};

export const connectedTooltipTexts: Translated<typeof english.connectedTooltipTexts> = {
  endpointUnreachable: 'Azure 将会话传送到此主机，但此主机无法将其转交给终结点。',
  endpointNotChecked: 'Azure 将会话传送到此主机。终结点尚未检查。',
};

export const momentWordTexts: Translated<typeof english.momentWordTexts> = {
  yesterday: '昨天',
  weekdays: ['星期日', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六'],
  months: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
  thisWeek: '{day} {time}',
  dated: '{year}年{month}{day}日 {time}',
};
