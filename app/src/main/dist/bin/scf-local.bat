@echo off
rem Starts SCF Local: the window, or with a command something that needs none.
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"

set "OPTIONS=--module-path "%HOME_DIR%\lib\javafx" --add-modules javafx.controls --enable-native-access=javafx.graphics,ALL-UNNAMED"
for %%C in (run exec check config env install pack serverless export import captures stats certificate) do if /i "%~1"=="%%C" set "OPTIONS=--enable-native-access=ALL-UNNAMED -XX:MaxNewSize=8m"

rem JDK 23 and newer warn about what JavaFX and Undertow do with memory; older ones don't know the option.
"%JAVA%" --sun-misc-unsafe-memory-access=allow -version >nul 2>&1 && set "OPTIONS=--sun-misc-unsafe-memory-access=allow %OPTIONS%"

"%JAVA%" -XX:+UseSerialGC -Xmx512m "-Dscflocal.home=%HOME_DIR%" %OPTIONS% -cp "%HOME_DIR%\lib\*" io.scflocal.app.Main %*
exit /b %ERRORLEVEL%
