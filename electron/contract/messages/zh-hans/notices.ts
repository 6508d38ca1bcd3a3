/** Simplified Chinese of `texts/notices.ts`. */
import type { Translated } from '../localised.ts';
import type * as english from '../texts/notices.ts';

export const noticeTexts: Translated<typeof english.noticeTexts> = {
  HCM1101: '已忽略字符串两端的引号。',
  HCM1102: '已忽略换行符。',
  HCM1103: '已忽略不可见字符。',
  HCM1104: '已忽略字符串前面的文字。',
  HCM1105: ['已忽略未知部分：{keys}。', '已忽略未知部分。'],
  HCM1106: '可以识别 OperationTimeout，但此主机使用自己的时限。',
  HCM1107: '混合连接的名称取自 Endpoint。',
  HCM1110: [
    '{rule} 可以更改或删除命名空间中的任何内容。仅侦听的规则更安全。',
    '此规则可以更改或删除命名空间中的任何内容。仅侦听的规则更安全。',
  ],
  HCM1111: [
    '该密钥有 {length} 个字符；Azure 的密钥有 44 个字符。检查字符串是否完整。',
    'Azure 的密钥有 44 个字符。检查字符串是否完整。',
  ],
  HCM1112: [
    '命名空间是 IP 地址 {host}。Azure 的命名空间使用名称。',
    '命名空间是 IP 地址。Azure 的命名空间使用名称。',
  ],
  HCM1113: [
    '{host} 不属于任何 Azure 云。如果字符串应来自 Azure，检查它是否正确。',
    '命名空间不属于任何 Azure 云。如果字符串应来自 Azure，检查它是否正确。',
  ],
  HCM1114: [
    '{host} 是专用链接的名称。改用命名空间的普通名称。',
    '命名空间使用了专用链接的名称。改用其普通名称。',
  ],
  HCM1130: [
    '{host} 是 IP 地址。某些应用会跳过它；改用此主机可解析的 DNS 名称。',
    '终结点是 IP 地址。某些应用会跳过它；改用此主机可解析的 DNS 名称。',
  ],
  HCM1131: [
    '端口 {port} 是 FTP，它会打开更多端口，无法通过隧道传输。',
    '端口 21 是 FTP，它会打开更多端口，无法通过隧道传输。',
  ],
  HCM1132: [
    '端口 {port} 是 LDAP：Active Directory 需要更多端口和 UDP，无法通过隧道传输。',
    'LDAP 无法通过隧道传输：Active Directory 需要更多端口和 UDP。',
  ],
  HCM1133: [
    '端口 {port} 用于文件共享（SMB、NFS）：App Service 无法通过混合连接装载共享或驱动器。',
    'App Service 无法通过混合连接装载共享或驱动器。',
  ],
  HCM1134: [
    '端口 {port} 上的服务大多使用 UDP，无法通过隧道传输。',
    '此端口上的服务大多使用 UDP，无法通过隧道传输。',
  ],
};
