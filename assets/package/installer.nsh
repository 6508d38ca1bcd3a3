; What the installer for Windows does besides copying files (electron-builder.yml, nsis.include).
; Data is never touched: connections, keys and logs stay where they are when the program goes.

!include WinVer.nsh
!include LogicLib.nsh
!include WinMessages.nsh

!define HCM_SERVICE "HcmHost"
!define HCM_BIN "$INSTDIR\resources\hcm\bin"

!macro hcmRun COMMAND
  nsExec::ExecToStack '${COMMAND}'
  Pop $0
  Pop $1
!macroend

; The check for running programs (allowOnlyOneInstallerInstance.nsh) ends everything below $INSTDIR. The service's Node
; lies there, too: the service is stopped before, in order, or its sessions would be cut off and its keeper would start it
; again while files change. It drains first, so this may take a minute. Installer and uninstaller come by here once the
; person has said yes to everything: whoever cancels before that has lost nothing.
!include "getProcessInfo.nsh"
Var pid

!macro customCheckAppRunning
  !ifndef BUILD_UNINSTALLER
    !insertmacro hcmRun '"$SYSDIR\cmd.exe" /c ""$SYSDIR\sc.exe" query ${HCM_SERVICE} | "$SYSDIR\find.exe" "RUNNING""'
    ${If} $0 == 0
      StrCpy $hcmServiceRan 1
    ${EndIf}
  !endif
  !insertmacro hcmRun '"$SYSDIR\net.exe" stop ${HCM_SERVICE}'
  !insertmacro IS_POWERSHELL_AVAILABLE
  !insertmacro _CHECK_APP_RUNNING
!macroend

!macro hcmPath ACTION
  !insertmacro hcmRun '"$SYSDIR\WindowsPowerShell\v1.0\powershell.exe" -NoProfile -NonInteractive -ExecutionPolicy Bypass -File "$INSTDIR\resources\hcm\bin\path.ps1" -Action ${ACTION} -Folder "${HCM_BIN}"'
  ${If} $0 == 0
    ; Programs that are started from now on see it.
    SendMessage ${HWND_BROADCAST} ${WM_SETTINGCHANGE} 0 "STR:Environment" /TIMEOUT=5000
  ${Else}
    DetailPrint "PATH was not changed: $1"
  ${EndIf}
!macroend

!ifndef BUILD_UNINSTALLER
  Var hcmServiceRan

  Function hcmStartServiceAgain
    ${If} $hcmServiceRan == 1
      StrCpy $hcmServiceRan 0
      !insertmacro hcmRun '"$SYSDIR\net.exe" start ${HCM_SERVICE}'
      ${If} $0 != 0
        DetailPrint "The service ${HCM_SERVICE} did not start again: $1"
      ${EndIf}
    ${EndIf}
  FunctionEnd

  ; An installation that fails or is given up on the way leaves the service as it was, as far as its files are still there.
  Function .onInstFailed
    Call hcmStartServiceAgain
  FunctionEnd
  Function .onGUIEnd
    Call hcmStartServiceAgain
  FunctionEnd

  !macro customInit
    ; Electron runs on nothing older, and fails there without a word. Windows Server 2016 counts as 10.
    ${IfNot} ${AtLeastWin10}
      SetErrorLevel 1150
      MessageBox MB_OK|MB_ICONSTOP "Hybrid Connection Manager needs Windows 10 or Windows Server 2016 or later." /SD IDOK
      Quit
    ${EndIf}
  !macroend

  !macro customInstall
    !insertmacro hcmPath add
    Call hcmStartServiceAgain
  !macroend
!endif

!macro customUnInstall
  ; An update takes the old version away with this, too: then the service and PATH stay as they are.
  ${IfNot} ${isUpdated}
    !insertmacro hcmRun '"${HCM_BIN}\hcm.cmd" service uninstall'
    !insertmacro hcmPath remove
    DetailPrint "Connections, keys and logs stay: %ProgramData%\hcm, and AppData\Local\hcm of each person."
  ${EndIf}
!macroend
