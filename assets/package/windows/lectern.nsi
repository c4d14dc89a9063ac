; Lectern's setup program. cmd/dev/packagewin.go runs makensis on it with
; VERSION, FOUR (four numbers), SIZE (KiB), FROM (the folder of what is installed), ICON and OUT.
; It installs for one person, needs no administrator, and fetches nothing.
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
SetCompressorDictSize 64
SetDateSave off
Name "Lectern"
OutFile "${OUT}"
RequestExecutionLevel user
ManifestDPIAware true
InstallDir "$LOCALAPPDATA\Programs\Lectern"
InstallDirRegKey HKCU "Software\Lectern" "Folder"
BrandingText "Lectern ${VERSION}"
VIProductVersion "${FOUR}"
VIFileVersion "${FOUR}"
VIAddVersionKey /LANG=0 "ProductName" "Lectern"
VIAddVersionKey /LANG=0 "FileDescription" "Lectern Setup"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "LegalCopyright" "The Lectern authors"

!include MUI2.nsh
!include WordFunc.nsh
!include FileFunc.nsh

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Lectern"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\lectern.exe"
!define MUI_COMPONENTSPAGE_SMALLDESC

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${FROM}/LICENSE.txt"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES

; The system's language chooses among these; the first stands in for all others.
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Ukrainian"
!insertmacro MUI_LANGUAGE "German"
!insertmacro MUI_LANGUAGE "French"

LangString Running ${LANG_ENGLISH} "Lectern is open. Please close it, then choose Retry."
LangString Running ${LANG_UKRAINIAN} "Lectern відкрито. Закрийте програму, а тоді натисніть «Повторити»."
LangString Running ${LANG_GERMAN} "Lectern ist geöffnet. Bitte schließen Sie es und wählen Sie dann „Wiederholen“."
LangString Running ${LANG_FRENCH} "Lectern est ouvert. Fermez-le, puis choisissez « Réessayer »."
LangString Newer ${LANG_ENGLISH} "A newer Lectern ($R0) is installed. Replace it with ${VERSION}? A library that the newer one has opened can then only be read."
LangString Newer ${LANG_UKRAINIAN} "Установлено новіший Lectern ($R0). Замінити його на ${VERSION}? Бібліотеку, яку відкривав новіший, можна буде лише читати."
LangString Newer ${LANG_GERMAN} "Ein neueres Lectern ($R0) ist installiert. Durch ${VERSION} ersetzen? Eine Bibliothek, die das neuere geöffnet hat, lässt sich dann nur lesen."
LangString Newer ${LANG_FRENCH} "Un Lectern plus récent ($R0) est installé. Le remplacer par ${VERSION} ? Une bibliothèque ouverte par le plus récent ne pourra alors qu'être lue."
LangString Kind ${LANG_ENGLISH} "Lectern library"
LangString Kind ${LANG_UKRAINIAN} "Бібліотека Lectern"
LangString Kind ${LANG_GERMAN} "Lectern-Bibliothek"
LangString Kind ${LANG_FRENCH} "Bibliothèque Lectern"
LangString OpenWith ${LANG_ENGLISH} "Open with Lectern"
LangString OpenWith ${LANG_UKRAINIAN} "Відкрити в Lectern"
LangString OpenWith ${LANG_GERMAN} "Mit Lectern öffnen"
LangString OpenWith ${LANG_FRENCH} "Ouvrir avec Lectern"
LangString Program ${LANG_ENGLISH} "The program"
LangString Program ${LANG_UKRAINIAN} "Програма"
LangString Program ${LANG_GERMAN} "Das Programm"
LangString Program ${LANG_FRENCH} "Le programme"
LangString Libraries ${LANG_ENGLISH} "Also delete my library and settings"
LangString Libraries ${LANG_UKRAINIAN} "Видалити також мою бібліотеку й налаштування"
LangString Libraries ${LANG_GERMAN} "Auch meine Bibliothek und Einstellungen löschen"
LangString Libraries ${LANG_FRENCH} "Supprimer aussi ma bibliothèque et mes réglages"
LangString LibrariesMore ${LANG_ENGLISH} "Deletes $LOCALAPPDATA\Lectern with all reports in it. Libraries elsewhere stay."
LangString LibrariesMore ${LANG_UKRAINIAN} "Видаляє $LOCALAPPDATA\Lectern з усіма звітами. Бібліотеки в інших місцях залишаться."
LangString LibrariesMore ${LANG_GERMAN} "Löscht $LOCALAPPDATA\Lectern mit allen Berichten darin. Bibliotheken an anderen Orten bleiben."
LangString LibrariesMore ${LANG_FRENCH} "Supprime $LOCALAPPDATA\Lectern avec tous ses rapports. Les bibliothèques placées ailleurs restent."
LangString ProgramMore ${LANG_ENGLISH} "Lectern itself. Your libraries stay."
LangString ProgramMore ${LANG_UKRAINIAN} "Сам Lectern. Ваші бібліотеки залишаться."
LangString ProgramMore ${LANG_GERMAN} "Lectern selbst. Ihre Bibliotheken bleiben."
LangString ProgramMore ${LANG_FRENCH} "Lectern lui-même. Vos bibliothèques restent."

; A program file that runs cannot be opened for writing. Exit status 3 tells a
; silent run's caller why nothing was done.
!macro WaitUntilClosed
  ${Do}
    ${IfNot} ${FileExists} "$INSTDIR\lectern.exe"
      ${ExitDo}
    ${EndIf}
    ClearErrors
    FileOpen $0 "$INSTDIR\lectern.exe" a
    ${IfNot} ${Errors}
      FileClose $0
      ${ExitDo}
    ${EndIf}
    ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(Running)" /SD IDCANCEL IDCANCEL`
      SetErrorLevel 3
      Quit
    ${EndIf}
  ${Loop}
!macroend

Function .onInit
  ReadRegStr $R0 HKCU "${UNINSTALL}" "DisplayVersion"
  ${If} $R0 != ""
    ${VersionCompare} "$R0" "${VERSION}" $R1
    ${If} $R1 == 1
    ${AndIf} ${Cmd} `MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "$(Newer)" /SD IDNO IDNO`
      SetErrorLevel 4
      Quit
    ${EndIf}
  ${EndIf}
FunctionEnd

Section "Lectern"
  !insertmacro WaitUntilClosed
  SetOutPath "$INSTDIR"
  File "${FROM}/lectern.exe"
  File "${FROM}/lectern-cli.exe"
  File "${FROM}/LICENSE.txt"
  File "${FROM}/NOTICES.md"
  File "${FROM}/THIRD-PARTY-LICENSES.txt"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Lectern.lnk" "$INSTDIR\lectern.exe"

  WriteRegStr HKCU "Software\Lectern" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Lectern"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\lectern.exe,0"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Lectern"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${SIZE}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1

  WriteRegStr HKCU "Software\Classes\.lectern" "" "Lectern.Library"
  WriteRegStr HKCU "Software\Classes\.lectern\OpenWithProgids" "Lectern.Library" ""
  WriteRegStr HKCU "Software\Classes\Lectern.Library" "" "$(Kind)"
  WriteRegStr HKCU "Software\Classes\Lectern.Library\DefaultIcon" "" "$INSTDIR\lectern.exe,0"
  WriteRegStr HKCU "Software\Classes\Lectern.Library\shell\open" "" "$(OpenWith)"
  WriteRegStr HKCU "Software\Classes\Lectern.Library\shell\open\command" "" '"$INSTDIR\lectern.exe" "%1"'
  ${RefreshShellIcons}
SectionEnd

Section "un.$(Program)" unProgram
  SectionIn RO
  !insertmacro WaitUntilClosed
  Delete "$INSTDIR\lectern.exe"
  Delete "$INSTDIR\lectern-cli.exe"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\NOTICES.md"
  Delete "$INSTDIR\THIRD-PARTY-LICENSES.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Lectern.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\Lectern"
  ; Another program may have taken the file type since: only what is ours goes.
  ReadRegStr $0 HKCU "Software\Classes\.lectern" ""
  ${If} $0 == "Lectern.Library"
    DeleteRegKey HKCU "Software\Classes\.lectern"
  ${EndIf}
  DeleteRegKey HKCU "Software\Classes\Lectern.Library"
  ${un.RefreshShellIcons}
SectionEnd

Section /o "un.$(Libraries)" unLibraries
  RMDir /r "$LOCALAPPDATA\Lectern"
  RMDir /r "$APPDATA\fyne\io.lectern.Lectern"
SectionEnd

!insertmacro MUI_UNFUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${unProgram} $(ProgramMore)
  !insertmacro MUI_DESCRIPTION_TEXT ${unLibraries} $(LibrariesMore)
!insertmacro MUI_UNFUNCTION_DESCRIPTION_END
